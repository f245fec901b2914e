resource "aws_s3_bucket_versioning" "v" {
  bucket = "b"

  versioning_configuration {
    status = "Enabled"
  }
}
