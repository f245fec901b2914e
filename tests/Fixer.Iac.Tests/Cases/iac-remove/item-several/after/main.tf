resource "aws_route53_record" "this" {
  for_each = { b = "2" }

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [each.value]
}
