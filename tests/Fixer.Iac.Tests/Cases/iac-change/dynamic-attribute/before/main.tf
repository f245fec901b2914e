resource "aws_cloudfront_distribution" "d" {
  dynamic "origin" {
    for_each = {
      gone = "gone.s3.amazonaws.com"
      site = "site.s3.amazonaws.com"
    }
    content {
      domain_name = origin.value
      origin_id   = origin.key
    }
  }
}
