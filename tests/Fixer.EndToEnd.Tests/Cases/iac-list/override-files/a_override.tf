variable "name" {
  default = "overridden"
}

locals {
  b = "B"
}

resource "aws_s3_bucket" "b" {
  tags = { from = "a" }
}

resource "aws_security_group" "sg" {
  dynamic "ingress" {
    for_each = [9]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}
