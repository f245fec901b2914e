locals {
  records = yamldecode(file("${path.module}/records.yaml"))
}

resource "aws_route53_record" "target" {
  for_each = local.records

  zone_id = "Z1"
  name    = each.key
  type    = "A"
  records = [each.value]
}
