variable "zone" {
}

variable "name" {
}

variable "list" {
}

variable "text" {
  type = list(string)
}

resource "aws_route53_record" "a" {
  zone_id = var.zone
  name    = var.name
  type    = "A"
  records = var.list
}
resource "aws_route53_record" "b" {
  zone_id = var.zone
  name    = tostring(var.name)
  type    = "A"
  records = var.text
}
