variable "name" {
  type = string
}

variable "records" {
  type = list(object({
    name    = string
    type    = string
    ttl     = optional(number, 300)
    records = list(string)
  }))
  default = []
}

locals {
  records = { for record in var.records : join("_", [record.name, record.type]) => record }
}

resource "aws_route53_zone" "this" {
  name = var.name
}

resource "aws_route53_record" "this" {
  for_each = local.records

  zone_id = aws_route53_zone.this.zone_id
  name    = "${each.value.name}.${var.name}"
  type    = each.value.type
  ttl     = each.value.ttl
  records = each.value.records
}
