variable "name" {
  type    = string
  default = "original"
}

locals {
  a = "a"
  b = "b"
}

resource "aws_s3_bucket" "b" {
  bucket        = "${var.name}-${local.a}-${local.b}"
  force_destroy = false
  tags          = { from = "main", gone = "yes" }
}

resource "aws_security_group" "sg" {
  name = "sg"
  ingress {
    from_port   = 1
    to_port     = 1
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  ingress {
    from_port   = 2
    to_port     = 2
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  egress {
    from_port   = 3
    to_port     = 3
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_s3_bucket" "repeated" {
  count  = 3
  bucket = "r${count.index}"
}
