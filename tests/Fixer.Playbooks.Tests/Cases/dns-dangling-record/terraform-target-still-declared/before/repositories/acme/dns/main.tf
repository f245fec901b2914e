data "aws_route53_zone" "main" {
  name = "example.com"
}

variable "bucket" {
  type = string
}

resource "aws_s3_bucket_website_configuration" "front" {
  bucket = var.bucket

  index_document {
    suffix = "index.html"
  }
}

locals {
  records = {
    fail = aws_s3_bucket_website_configuration.front.website_endpoint
    pass = "pass.example.net"
  }
}

resource "aws_route53_record" "this" {
  for_each = local.records

  zone_id = data.aws_route53_zone.main.zone_id
  name    = each.key
  type    = "CNAME"
  ttl     = 300
  records = [each.value]
}
