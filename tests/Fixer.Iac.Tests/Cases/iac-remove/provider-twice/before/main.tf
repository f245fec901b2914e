resource "aws_route53_record" "this" {
  for_each = {
    old = "192.0.2.1"
    www = "192.0.2.2"
  }

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [each.value]
}

provider "aws" {
  region = local.region
}

provider "aws" {
  alias  = "other"
  region = local.other
}

locals {
  region = "us-east-1"
  other  = "eu-west-1"
}
