resource "aws_route53_record" "this" {
  for_each = { a = "1", b = "2", c = "3" }

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [each.value]
}
