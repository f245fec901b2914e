resource "aws_route53_record" "this" {
  for_each = jsondecode(file("records.json"))

  zone_id = "Z1"
  name    = each.value.name
  type    = "A"
  ttl     = 300
  records = [each.value.to]
}
