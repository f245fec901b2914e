resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "target" {
  zone_id = aws_route53_zone.main.zone_id
  name    = each.key
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
  for_each = toset([])
}
