variable "records" {}

variable "zone_id" {}

resource "aws_route53_record" "this" {
  for_each = { for r in var.records : join("_", [r.name, "A"]) => r }

  zone_id = var.zone_id
  name    = each.value.name
  type    = "A"
  ttl     = 300
  records = [each.value.ip]
}
