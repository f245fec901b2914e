variable "common" {
  default = { Team = "web" }
}
resource "aws_s3_bucket" "l" {
  tags = merge(var.common, { Name = "l" })
}
resource "aws_s3_bucket" "m" {
  tags = var.common
}
