resource "aws_route53_zone" "main" {
  name = "example.com"
}

variable "name" {}

resource "aws_route53_record" "target" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "${var.name}.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
