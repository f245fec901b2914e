locals {
  origins = {
    site = "site.s3.amazonaws.com"
  }
}
resource "aws_cloudfront_distribution" "d" {
  dynamic "origin" {
    for_each = local.origins
    content {
      domain_name = origin.value
      origin_id   = origin.key
    }
  }
  default_cache_behavior {
    target_origin_id = "site"
  }
}
