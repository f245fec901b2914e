resource "aws_route53_record" "a" {
  zone_id = "Z1"
  name    = "a"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "b" {
  zone_id = "Z1"
  name    = "b"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "c" {
  zone_id = "Z1"
  name    = "c"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
