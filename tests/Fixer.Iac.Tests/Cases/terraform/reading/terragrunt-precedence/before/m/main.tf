variable "zone" {
  type = string
  default = "ZDEFAULT"
}

variable "name" {
  type = string
  default = "default"
}

variable "set" {
  type = string
  default = "default"
}

variable "type" {
  type = string
  default = "A"
}

resource "aws_route53_record" "a" {
  zone_id = var.zone
  name    = var.name
  type    = var.type
  records = ["192.0.2.1"]
  set_identifier = var.set
}
