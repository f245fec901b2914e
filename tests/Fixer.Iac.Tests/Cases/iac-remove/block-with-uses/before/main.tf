resource "aws_route53_record" "old" {
  zone_id = "Z1"
  name    = "old"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "www" {
  zone_id = "Z1"
  name    = "www"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]

  depends_on = [aws_route53_record.old]
}

resource "null_resource" "all" {
  triggers = {
    www = aws_route53_record.www.fqdn
  }

  depends_on = [aws_route53_record.old, aws_route53_record.www]
}

resource "aws_ssm_parameter" "names" {
  value_list = [aws_route53_record.old.fqdn, aws_route53_record.www.fqdn]
}

output "old" {
  value = aws_route53_record.old.fqdn
}

import {
  to = aws_route53_record.old
  id = "Z1_old_A"
}

moved {
  from = aws_route53_record.older
  to   = aws_route53_record.old
}
