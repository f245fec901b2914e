variable "common" {
  default = { Team = "web" }
}
resource "aws_s3_bucket" "l" {
  tags = merge(var.common, { Name = "logs", Owner = "dns" })
}
resource "aws_s3_bucket" "m" {
  tags = var.common
}
