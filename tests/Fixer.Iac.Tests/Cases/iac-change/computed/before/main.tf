variable "env" {
  default = "dev"
}
resource "aws_s3_bucket" "l" {
  bucket = "logs-${var.env}"
}
