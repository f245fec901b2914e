variable "domain" {
  type = string
}

variable "websites" {
  description = "Names of buckets that are websites, by record name."
  type        = map(string)
}

resource "aws_route53_zone" "main" {
  name = var.domain
}

resource "aws_route53_record" "website" {
  for_each = var.websites

  zone_id = aws_route53_zone.main.zone_id
  name    = "${each.key}.${var.domain}"
  type    = "CNAME"
  ttl     = 300
  records = [each.value]
}
