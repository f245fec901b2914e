locals {
  records = {
    old = "192.0.2.1"
    www = "192.0.2.2"
  }
  names   = concat(toset([for r in aws_route53_record.this : r.fqdn])...)
}

resource "aws_eip" "x" {}

resource "aws_route53_record" "this" {
  for_each = local.records

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  ttl     = 300
  records = [each.value]
}

resource "aws_ssm_parameter" "x" {
  value = join(",", local.names)
}
