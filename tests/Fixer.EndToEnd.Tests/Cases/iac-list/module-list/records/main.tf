variable "zone_id" {
  type = string
}

variable "records" {
  type = list(object({
    name    = string
    type    = string
    ttl     = optional(number, 300)
    records = optional(list(string))
    alias = optional(object({
      name                   = string
      zone_id                = string
      evaluate_target_health = optional(bool, false)
    }))
  }))
}

locals {
  recordsets = { for r in var.records : join("_", [r.name, r.type]) => r }
}

resource "aws_route53_record" "this" {
  for_each = local.recordsets

  zone_id = var.zone_id
  name    = each.value.name == "apex" ? "" : each.value.name
  type    = each.value.type
  ttl     = each.value.alias == null ? each.value.ttl : null
  records = each.value.records

  dynamic "alias" {
    for_each = each.value.alias == null ? [] : [each.value.alias]
    content {
      name                   = alias.value.name
      zone_id                = alias.value.zone_id
      evaluate_target_health = alias.value.evaluate_target_health
    }
  }
}
