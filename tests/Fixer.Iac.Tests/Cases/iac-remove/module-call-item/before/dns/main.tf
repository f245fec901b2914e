resource "aws_route53_record" "x" {
  zone_id = "Z1"
  name    = "x"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "y" {
  zone_id = "Z1"
  name    = "y"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
