data "aws_vpc" "x" {
  default = true
}
