variable "target" {
  type = string
}

resource "aws_eip" "x" {}
