variable "enabled" {
  default = false
}

resource "aws_s3_bucket" "three" {
  count  = "3"
  bucket = format("b-%02d", count.index)
}

resource "aws_s3_bucket" "none" {
  count  = var.enabled ? 1 : 0
  bucket = "none"
}

resource "aws_s3_bucket" "one" {
  count  = var.enabled ? 0 : 1
  bucket = "one"
}

resource "aws_s3_bucket" "per_name" {
  count  = length(local.names)
  bucket = local.names[count.index]
}

locals {
  names = concat(["x"], ["y", "z"])
}
