variable "name" {}
variable "versioning" {
  default = "Suspended"
}
resource "aws_s3_bucket_versioning" "v" {
  bucket = var.name
  versioning_configuration {
    status = var.versioning
  }
}
