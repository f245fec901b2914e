locals {
  status = "Enabled"
}
resource "aws_s3_bucket_versioning" "a" {
  bucket = "a"
  versioning_configuration {
    status = local.status
  }
}
resource "aws_s3_bucket_versioning" "b" {
  bucket = "b"
  versioning_configuration {
    status = local.status
  }
}
