terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.other]
    }
  }
}

variable "name" {}

resource "aws_s3_bucket" "b" {
  provider = aws.other
  bucket   = var.name
}
