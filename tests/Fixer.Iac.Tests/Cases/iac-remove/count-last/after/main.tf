resource "aws_route53_record" "this" {
  count   = 2
  zone_id = "Z1"
  name    = "r${count.index}"
}
