locals {
  records = {
    old = "192.0.2.1"
    www = "192.0.2.2"
  }
}

resource "aws_route53_record" "this" {
  for_each = local.records

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [each.value]
}

moved {
  from = aws_route53_record.this[0]
  to   = aws_route53_record.this["old"]
}

moved {
  from = aws_route53_record.this[1]
  to   = aws_route53_record.this["www"]
}
