resource "aws_route53_zone" "main" {
  name = "declared-bucket.example"
}

resource "aws_s3_bucket" "assets" {
  bucket = "assets.declared-bucket.example"
}

resource "aws_s3_bucket_website_configuration" "assets" {
  bucket = aws_s3_bucket.assets.id

  index_document {
    suffix = "index.html"
  }
}

resource "aws_route53_record" "assets" {
  zone_id = aws_route53_zone.main.zone_id
  name    = aws_s3_bucket.assets.bucket
  type    = "A"

  alias {
    name                   = "s3-website-us-east-1.amazonaws.com"
    zone_id                = "Z3AQBSTGFYJSTF"
    evaluate_target_health = false
  }
}
