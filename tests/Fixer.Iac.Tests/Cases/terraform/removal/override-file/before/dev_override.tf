resource "aws_route53_record" "target" {
  ttl = 60
}
