variable "name" {}

resource "aws_route53_zone" "this" {
  name = var.name
}

resource "aws_route53_record" "ns" {
  count   = 2
  zone_id = aws_route53_zone.this.id
  name    = "ns${count.index}.${aws_route53_zone.this.name}"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.${count.index}"]
}
