resource "aws_s3_bucket" "l" {
  bucket = "l"
}
