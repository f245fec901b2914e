variable "flag" {
  default = true
}

resource "aws_route53_record" "www" {
  zone_id = "Z1"
  name    = "www"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "old" {
  count   = var.flag ? 1 : 0
  zone_id = "Z1"
  name    = "old"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
