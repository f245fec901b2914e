locals {
  a = "old"
}

resource "aws_route53_record" "old" {
  zone_id = "Z1"
  name    = "${local.a}${local.b}"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
