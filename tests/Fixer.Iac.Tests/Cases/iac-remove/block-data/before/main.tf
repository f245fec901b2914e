data "aws_route53_zone" "old" {
  name = "old.example"
}

data "aws_route53_zone" "main" {
  name = "example.com"
}
