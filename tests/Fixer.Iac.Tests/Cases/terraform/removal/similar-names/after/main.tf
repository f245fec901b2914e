resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "target-2" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "two"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}

output "x" {
  value = [aws_route53_record.target-2.fqdn, data.aws_route53_record.target, module.aws_route53_record.target, xaws_route53_record.target]
}
