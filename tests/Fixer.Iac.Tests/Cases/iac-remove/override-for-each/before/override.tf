resource "aws_route53_record" "this" {
  for_each = {
    old = "192.0.2.1"
    www = "192.0.2.2"
  }
}
