variable "i" {}
resource "aws_eip" "x" {
  instance = var.i
  domain   = "vpc"
}
