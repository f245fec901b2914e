module "dns" {
  source  = "./dns"
  records = {
    old = "192.0.2.1"
    www = "192.0.2.2"
  }
}

import {
  to = module.dns.aws_route53_record.this["old"]
  id = "Z1_old_A"
}
