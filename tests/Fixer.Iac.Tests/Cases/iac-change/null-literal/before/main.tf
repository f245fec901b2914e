resource "aws_eip" "x" {
  domain = null
}
