variable "target" {
  type = string
}

resource "aws_route53_record" "old" {
  zone_id = "Z1"
  name    = "old"
  type    = "A"
  ttl     = 300
  records = [var.target]
}

resource "aws_eip" "x" {}
