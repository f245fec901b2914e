resource "aws_route53_record" "r1" {
  zone_id = "Z1"
  name    = "é" "
  type    = "A"
  records = ["192.0.2.1"]
}
resource "one-label" {
}
locals {
  x = [
}
