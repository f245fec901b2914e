locals {
  name = "logs"
}
resource "aws_eip" "x" {}
resource "aws_s3_bucket" "l" {
  bucket = local.name
}
resource "aws_s3_bucket" "m" {
  bucket = jsonencode([local.name, aws_eip.x.id])
}
