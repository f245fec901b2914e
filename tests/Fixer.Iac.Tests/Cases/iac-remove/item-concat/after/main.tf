locals {
  a = ["www"]
  b = ["mail"]
}

resource "aws_route53_record" "this" {
  for_each = toset(concat(local.a, local.b))

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
