variable "flag" {
  default = true
}

resource "aws_route53_record" "old" {
  for_each = var.flag ? { x = 1, y = 2 } : {}
  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
