resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_record" "target" {
  zone_id = aws_route53_zone.main.id
  name    = "example.com"
  type    = "A"

  alias {
    name                   = "d111111abcdef8.cloudfront.net"
    zone_id                = "Z2FDTNDATAQYW2"
    evaluate_target_health = false
  }
}
