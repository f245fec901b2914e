resource "aws_s3_bucket" "b" {}
resource "aws_iam_policy" "p" {
  policy = templatefile("${path.module}/p.json.tftpl", { arn = aws_s3_bucket.b.arn })
}
