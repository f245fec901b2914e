locals {
  records = {
    www    = { type = "A", values = ["192.0.2.10"] }
    assets = { type = "CNAME", values = ["assets.for-each-map.example.s3-website-us-east-1.amazonaws.com"] }
    ftp    = { type = "A", values = ["192.0.2.11"] }
  }
}

resource "aws_route53_zone" "main" {
  name = "for-each-map.example"
}

resource "aws_route53_record" "this" {
  for_each = local.records

  zone_id = aws_route53_zone.main.zone_id
  name    = "${each.key}.${aws_route53_zone.main.name}"
  type    = each.value.type
  ttl     = 300
  records = each.value.values
}
