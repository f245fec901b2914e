variable "n" {
  default = "d"
}
resource "aws_route53_record" "r" {
  zone_id = "Z1"
  name    = var.n
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
