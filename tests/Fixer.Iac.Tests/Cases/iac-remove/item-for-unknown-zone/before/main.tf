resource "aws_route53_zone" "main" {
  name = "example.com"
}

locals {
  records = [
    { name = "old", zone = aws_route53_zone.main.zone_id, ip = "192.0.2.1" },
    { name = "www", zone = aws_route53_zone.main.zone_id, ip = "192.0.2.2" },
  ]
}

resource "aws_route53_record" "this" {
  for_each = { for r in local.records : join("_", [r.name, "A"]) => r }

  zone_id = each.value.zone
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [each.value.ip]
}
