resource "aws_route53_record" "this" {
  for_each = {
    www = "192.0.2.2"
  }
}
