terraform {
  backend "s3" {
    bucket = "example-tfstate"
    key    = "dns/example.org.tfstate"
    region = "us-east-1"
  }
}

data "aws_route53_zone" "this" {
  name = "example.org"
}

module "records" {
  source  = "../../modules/records"
  zone_id = data.aws_route53_zone.this.zone_id

  records = [
    {
      name    = "shop"
      type    = "CNAME"
      records = ["shops.partner.example.org"]
    },
    {
      name    = "promo" # spring campaign, ask marketing
      type    = "CNAME"
      ttl     = 60
      records = ["assets.example.com.s3-website-us-east-1.amazonaws.com"]
    },
  ]
}

locals {
  # Content delivery by name of the shop's stage.
  cdn = {
    "img"  = "assets.example.com.s3-website-us-east-1.amazonaws.com"
    "beta" = "beta.partner.example.org"
  }
}

resource "aws_route53_record" "cdn" {
  for_each = local.cdn

  zone_id = data.aws_route53_zone.this.zone_id
  name    = each.key
  type    = "CNAME"
  ttl     = 300
  records = [each.value]
}
