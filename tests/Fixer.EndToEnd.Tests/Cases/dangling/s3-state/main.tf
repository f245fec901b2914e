resource "aws_route53_zone" "main" {
  name = "s3-state.example"
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www.s3-state.example"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.10"]
}

# The style sheets of the shop.
resource "aws_route53_record" "assets" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "assets.s3-state.example"
  type    = "A"

  alias {
    name                   = "s3-website-us-east-1.amazonaws.com"
    zone_id                = "Z3AQBSTGFYJSTF"
    evaluate_target_health = false
  }
}
