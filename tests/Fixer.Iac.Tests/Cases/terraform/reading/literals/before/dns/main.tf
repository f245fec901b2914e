resource "aws_route53_record" "a" {
  zone_id = "/hostedzone/Z123"
  name    = "WWW.Example.COM."
  type    = "a"
  ttl     = 60
  records = ["192.0.2.1", "192.0.2.2"]

  set_identifier = "blue"
}
