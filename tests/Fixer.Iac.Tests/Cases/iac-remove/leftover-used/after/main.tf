variable "flag" {
  default = true
}

locals {
  ttl = 300
}

resource "aws_route53_record" "www" {
  count   = var.flag ? local.ttl / 300 : 0
  zone_id = "Z1"
  name    = "www"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
