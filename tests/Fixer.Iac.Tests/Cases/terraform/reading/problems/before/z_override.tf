resource "aws_route53_record" "r1" {
  name = "z"
}
