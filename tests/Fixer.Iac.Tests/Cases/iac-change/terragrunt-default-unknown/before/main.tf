variable "force" {
  default = true
}
resource "aws_s3_bucket" "l" {
  force_destroy = var.force
}
