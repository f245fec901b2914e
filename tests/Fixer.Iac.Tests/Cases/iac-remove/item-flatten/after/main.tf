locals {
  zones = {
    "a.example" = [{ name = "www" }]
    "b.example" = [{ name = "mail" }]
  }
  records = flatten([for zone, records in local.zones : [for r in records : { zone = zone, name = r.name }]])
}

resource "aws_route53_record" "this" {
  for_each = { for r in local.records : "${r.name}.${r.zone}" => r }

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
