locals {
  name = "logs"
}
resource "aws_s3_bucket" "l" {
  bucket = local.name
  tags   = { Name = local.name }
}
