variable "zone" {
  type = string
}

variable "name" {
  type = string
}

resource "aws_route53_record" "a" {
  zone_id = var.zone
  name    = var.name
  type    = "A"
  records = ["192.0.2.1"]
}
