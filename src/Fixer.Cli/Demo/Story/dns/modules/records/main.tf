# One record set for each entry; the key keeps its address when others come and go.
locals {
  records = { for r in var.records : join("_", [r.name, r.type]) => r }
}

resource "aws_route53_record" "this" {
  for_each = local.records

  zone_id = var.zone_id
  name    = each.value.name
  type    = each.value.type
  ttl     = each.value.ttl
  records = each.value.records
}
