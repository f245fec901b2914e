variable "zone" {
  type = string
}

resource "aws_route53_record" "target" {
  zone_id = var.zone
  name    = "old"
  type    = "A"
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "www" {
  zone_id = var.zone
  name    = "www"
  type    = "A"
  records = ["192.0.2.1"]
}
