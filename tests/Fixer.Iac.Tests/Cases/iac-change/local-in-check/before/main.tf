locals {
  name = "logs"
}
resource "aws_s3_bucket" "l" {
  bucket = local.name
}
check "c" {
  assert {
    condition     = local.name == "logs"
    error_message = "no"
  }
}
