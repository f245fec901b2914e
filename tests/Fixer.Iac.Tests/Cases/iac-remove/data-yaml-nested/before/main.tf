resource "aws_route53_record" "this" {
  for_each = { for r in flatten([for zone, records in yamldecode(file("${path.module}/zones.yaml")) : [for r in records : merge(r, { zone = zone })]]) : "${r.name}.${r.zone}" => r }

  zone_id = "Z1"
  name    = each.value.name
  type    = "A"
  ttl     = 300
  records = [each.value.to]
}
