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
  for_each = var.flag ? { x = 1 } : {}
  zone_id = "Z1"
  name    = "old"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
