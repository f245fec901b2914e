locals {
  name = "logs"
  more = 1
}
resource "aws_s3_bucket" "l" {
  bucket = local.name
}
