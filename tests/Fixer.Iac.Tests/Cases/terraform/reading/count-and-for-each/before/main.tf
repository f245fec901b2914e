resource "aws_route53_zone" "main" {
  name = "example.com"
}
resource "aws_route53_record" "r1" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "a${count.index}"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
  count = 2
}
resource "aws_route53_record" "r2" {
  zone_id = aws_route53_zone.main.zone_id
  name    = each.key
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
  for_each = local.x
}
resource "aws_route53_record" "r3" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www"
  type    = "CNAME"
  ttl     = 300
  records = ["web.s3-website-us-east-1.amazonaws.com"]
  count = 0
}
