resource "aws_route53_record" "this" {
  for_each = { for r in yamldecode(file("../data/records.yaml")) : r.name => r if r.name == "www" }

  zone_id = "Z1"
  name    = each.value.name
  type    = "A"
  ttl     = 300
  records = [each.value.to]
}
