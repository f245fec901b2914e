resource "aws_s3_bucket" "front" {
  bucket = "fail.example.com"
}
