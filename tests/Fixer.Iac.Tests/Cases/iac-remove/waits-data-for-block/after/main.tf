resource "aws_eip" "x" {}

data "aws_vpc" "x" {
  default    = true
  depends_on = [aws_eip.x]
}
