resource "aws_route53_record" "this" {
  for_each = {}

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [each.value]
}
