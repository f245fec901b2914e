locals {
  n = ["a", "b"]
}

resource "aws_route53_record" "this" {
  count   = length(local.n)
  zone_id = "Z1"
  name    = local.n[count.index]
}
