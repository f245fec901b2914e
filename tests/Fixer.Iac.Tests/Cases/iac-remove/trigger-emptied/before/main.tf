locals {
  records = {
    old = "192.0.2.1"
  }
}

resource "aws_route53_record" "this" {
  for_each = local.records

  name = each.key
}

resource "aws_eip" "x" {
  lifecycle {
    replace_triggered_by = [aws_route53_record.this]
  }
}
