resource "aws_eip" "x" {
  domain = "a"
}
