resource "aws_s3_bucket" "l" {
  bucket = "l"

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }

  # for uploads
  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["*"]
  }
}
