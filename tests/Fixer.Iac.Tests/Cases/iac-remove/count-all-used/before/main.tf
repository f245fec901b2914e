resource "aws_route53_record" "this" {
  count   = 2
  zone_id = "Z1"
  name    = "r${count.index}"
}

resource "aws_ssm_parameter" "x" {
  value = join(",", aws_route53_record.this[*].fqdn)
}
