resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_zone" "inner" {
  name = "inner.example.com"
  vpc {
    vpc_id = "vpc-1"
  }
}

data "aws_route53_zone" "looked_up" {
  name = "Other.example."
}

data "aws_route53_zone" "private" {
  name         = "p.example"
  private_zone = true
}

data "aws_route53_zone" "by_id" {
  zone_id = "Z9"
}

data "aws_route53_zone" "hidden" {
  zone_id = var.z
}

resource "aws_route53_zone" "many" {
  count = 1
  name  = "many.example.com"
}
resource "aws_route53_record" "r1" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "r1"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r2" {
  zone_id = aws_route53_zone.inner.id
  name    = "r2"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r3" {
  zone_id = data.aws_route53_zone.looked_up.zone_id
  name    = "r3"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r4" {
  zone_id = "${data.aws_route53_zone.private.id}"
  name    = "r4"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r5" {
  zone_id = data.aws_route53_zone.by_id.id
  name    = "r5"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r6" {
  zone_id = data.aws_route53_zone.hidden.id
  name    = "r6"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r7" {
  zone_id = aws_route53_zone.many[0].id
  name    = "r7"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r8" {
  zone_id = aws_route53_zone.many.id
  name    = "r8"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r9" {
  zone_id = aws_route53_zone.main[0].id
  name    = "r9"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
resource "aws_route53_record" "r10" {
  zone_id = aws_route53_zone.missing.id
  name    = "r10"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
}
