resource "aws_route53_zone" "main" {
  name = "example.com"
}

locals {
  env    = "dev"
  host   = "web-${local.env}.${aws_route53_zone.main.name}"
  list   = ["a.example", local.host]
  a      = local.b
  b      = "x${local.a}"
  zone   = aws_route53_zone.main.zone_id
}

variable "set" {
  default = "blue"
}

variable "unset" {}

resource "aws_route53_record" "r1" {
  zone_id = local.zone
  name    = local.host
  type    = "CNAME"
  ttl     = 300
  records = [local.list[0]]
}
resource "aws_route53_record" "r2" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "${var.set}.x"
  type    = "CNAME"
  ttl     = 300
  records = [var.unset, "b"]
}
resource "aws_route53_record" "r3" {
  zone_id = aws_route53_zone.main.zone_id
  name    = local.a
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r4" {
  zone_id = aws_route53_zone.main.zone_id
  name    = local.none
  type    = "CNAME"
  ttl     = 300
  records = "text"
}
resource "aws_route53_record" "r5" {
  zone_id = aws_route53_zone.main.zone_id
  name    = lower("X")
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r6" {
  zone_id = aws_route53_zone.main.zone_id
  name    = null
  type    = "CNAME"
  ttl     = 300
  records = local.list
}
