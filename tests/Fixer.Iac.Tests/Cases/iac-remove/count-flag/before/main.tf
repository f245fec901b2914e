variable "flag" {
  default = true
}

resource "aws_route53_record" "this" {
  count   = var.flag ? 1 : 0
  zone_id = "Z1"
  name    = "r${count.index}"
}
