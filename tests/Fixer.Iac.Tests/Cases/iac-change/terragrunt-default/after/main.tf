variable "force" {
  default = false
}
resource "aws_s3_bucket" "l" {
  force_destroy = var.force
}
