variable "records" {
  type = map(object({ name = string, to = string }))
}

resource "aws_route53_record" "this" {
  for_each = var.records

  zone_id = "Z1"
  name    = each.value.name
  type    = "A"
  ttl     = 300
  records = [each.value.to]
}
