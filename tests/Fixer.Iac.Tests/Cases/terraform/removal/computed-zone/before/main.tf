resource "aws_route53_record" "target" {
  zone_id = var.zone_id
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}

variable "zone_id" {}
