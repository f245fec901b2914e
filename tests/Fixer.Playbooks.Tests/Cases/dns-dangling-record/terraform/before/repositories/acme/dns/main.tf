resource "aws_route53_zone" "main" {
  name = "example.com"
}

# Shop front.
resource "aws_route53_record" "fail" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "fail"
  type    = "CNAME"
  ttl     = 300
  records = ["fail.example.com.s3-website-us-east-1.amazonaws.com"]
}

resource "aws_route53_record" "pass" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "pass"
  type    = "CNAME"
  ttl     = 300
  records = ["pass.example.net"]
}
