resource "aws_route53_zone" "main" {
  name = "example.com"
}

# see aws_route53_record.target
locals {}
