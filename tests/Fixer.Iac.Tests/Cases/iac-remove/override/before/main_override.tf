resource "aws_route53_record" "old" {
  ttl = 60
}
