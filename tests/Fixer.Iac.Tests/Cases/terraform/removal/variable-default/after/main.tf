variable "name" {
  default = "www"
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}
