locals {
  records = {
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

import {
  for_each = local.records
  to       = aws_route53_record.this[each.key]
  id       = "Z1_${each.key}_A"
}
