resource "aws_eip" "x" {
  domain = "standard"
}
