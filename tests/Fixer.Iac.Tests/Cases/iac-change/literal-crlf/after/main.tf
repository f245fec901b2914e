# public on purpose?
resource "aws_s3_bucket_public_access_block" "b" {
  bucket                  = "logs"
  block_public_acls       = false # why
  block_public_policy     = true
  restrict_public_buckets = true
}
