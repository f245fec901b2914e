locals {
  p = jsonencode({ Statement = [{ Action = ["s3:*", "s3:GetObject"] }] })
}
resource "aws_iam_policy" "p" {
  policy = local.p
}
resource "aws_iam_policy" "q" {
  policy = local.p
}
