variable "zone" {
  type = string
}

variable "records" {
  type = list(object({ name = string, type = string, to = string }))
}

resource "aws_route53_record" "target" {
  for_each = { for r in var.records : "${r.name}_${r.type}" => r }

  zone_id = var.zone
  name    = each.value.name
  type    = each.value.type
  ttl     = 300
  records = [each.value.to]
}
