locals {
  base  = { www = "192.0.2.1", api = "192.0.2.2" }
  extra = { "${"ft"}p" = "192.0.2.3", (upper("x")) = "192.0.2.4" }
}

resource "aws_route53_record" "this" {
  for_each = merge(local.base, local.extra, { api = "192.0.2.9" })
  zone_id  = "Z1"
  name     = "${each.key}.example.com"
  type     = "A"
  ttl      = 60
  records  = [each.value]
}

resource "aws_route53_record" "some" {
  for_each = { for k, v in local.base : k => v if k != "api" }
  zone_id  = "Z2"
  name     = each.key
  type     = "A"
  ttl      = 60
  records  = [each.value]
}

resource "aws_s3_bucket" "none" {
  for_each = {}
  bucket   = each.key
}
