resource "aws_eip" "x" {
  domain = "vpc"
}
