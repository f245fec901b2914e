locals {
  domain = "${terraform.workspace}.workspaces.example"

  records = {
    stage = {
      www    = "partner.example.net"
      assets = "assets.stage.workspaces.example.s3-website-us-east-1.amazonaws.com"
    }
    prod = {
      www    = "partner.example.net"
      assets = "assets.prod.workspaces.example.s3-website-us-east-1.amazonaws.com"
    }
  }
}

resource "aws_route53_zone" "main" {
  name = local.domain
}

resource "aws_route53_record" "this" {
  for_each = local.records[terraform.workspace]

  zone_id = aws_route53_zone.main.zone_id
  name    = "${each.key}.${local.domain}"
  type    = "CNAME"
  ttl     = 300
  records = [each.value]
}
