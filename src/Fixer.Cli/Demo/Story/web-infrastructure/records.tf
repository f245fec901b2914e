locals {
  website_endpoint = "s3-website-us-east-1.amazonaws.com"
}

# Product pictures, uploaded by the catalogue team.
resource "aws_route53_record" "media" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "media"
  type    = "CNAME"
  ttl     = 300
  records = ["media.example.com.${local.website_endpoint}"]
}

# Style sheets and scripts of the 2021 shop.
# Ask #web-platform before changing anything here.
resource "aws_route53_record" "assets" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "assets.example.com"
  type    = "A"

  alias {
    name                   = local.website_endpoint
    zone_id                = "Z3AQBSTGFYJSTF" # S3 website hosting, us-east-1
    evaluate_target_health = false
  }
}

# --- nothing below this line is DNS ---

resource "aws_s3_bucket" "logs" {
  bucket        = "example-com-access-logs"   # aligned by hand; leave it
  force_destroy = false
}
