variable "host" {
  type = string
}

resource "aws_route53_record" "target" {
  zone_id = "Z1"
  name    = var.host
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
