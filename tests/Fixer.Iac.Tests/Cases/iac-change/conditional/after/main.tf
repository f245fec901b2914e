variable "prod" {
  default = true
}
resource "aws_s3_bucket" "l" {
  bucket = var.prod ? "audit" : "logs-dev"
}
