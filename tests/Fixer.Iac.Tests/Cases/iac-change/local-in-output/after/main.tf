locals {
  name = "audit"
}
resource "aws_s3_bucket" "l" {
  bucket = local.name
}
output "o" {
  value = local.name
}
