resource "aws_route53_record" "b" {
  zone_id = "Z1"
  name    = "b"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
