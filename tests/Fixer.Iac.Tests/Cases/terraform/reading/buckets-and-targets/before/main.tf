resource "aws_s3_bucket" "site" {
  bucket = "my-site"
}

resource "aws_s3_bucket" "random" {
  bucket_prefix = "x"
}

resource "aws_route53_record" "r1" {
  zone_id = "Z1"
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = [aws_s3_bucket.site.bucket_domain_name]
}
resource "aws_route53_record" "r2" {
  zone_id = "Z1"
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = [aws_s3_bucket.site.website_endpoint]
}
resource "aws_route53_record" "r3" {
  zone_id = "Z1"
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = ["${aws_s3_bucket.site.id}.s3-website-eu-west-1.amazonaws.com"]
}
