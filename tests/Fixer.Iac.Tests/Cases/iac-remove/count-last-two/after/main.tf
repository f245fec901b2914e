resource "aws_route53_record" "this" {
  count   = 1
  zone_id = "Z1"
  name    = "r${count.index}"
}
