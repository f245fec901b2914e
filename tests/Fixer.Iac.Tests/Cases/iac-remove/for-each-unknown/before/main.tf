resource "aws_route53_record" "this" {
  for_each = toset(aws_eip.x.tags_all)

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_eip" "x" {}
