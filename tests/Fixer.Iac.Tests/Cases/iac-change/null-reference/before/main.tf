variable "d" {
  default = null
}
resource "aws_eip" "x" {
  domain = var.d
}
