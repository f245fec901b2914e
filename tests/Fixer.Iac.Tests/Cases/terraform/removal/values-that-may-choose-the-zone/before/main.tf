variable "tag" {
  type = string
}

output "tag" {
  value = var.tag
}

data "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "target" {
  zone_id = data.aws_route53_zone.main.zone_id
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
