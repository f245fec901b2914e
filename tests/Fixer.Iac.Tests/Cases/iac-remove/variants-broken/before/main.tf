variable "env" {
  default = "dev"
}

variable "records" {
  type    = map(string)
  default = {}
}

resource "aws_route53_record" "this" {
  for_each = var.records

  zone_id = "Z1"
  name    = "${each.key}.${var.env}"
  type    = "A"
  ttl     = 300
  records = [each.value]
}

resource "aws_route53_record" "old" {
  zone_id = "Z1"
  name    = "old.${var.env}"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}
