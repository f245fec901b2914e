resource "aws_route53_record" "this" {
  for_each = yamldecode(file("${path.module}/records.yaml")).records

  zone_id = "Z1"
  name    = each.value.name
  type    = "A"
  ttl     = 300
  records = [each.value.to]
}
