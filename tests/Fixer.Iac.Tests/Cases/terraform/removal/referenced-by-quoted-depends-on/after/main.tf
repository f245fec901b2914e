resource "aws_route53_record" "other" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
  depends_on = ["aws_route53_record.target"]
}
resource "aws_route53_zone" "main" {
  name = "example.com"
}
