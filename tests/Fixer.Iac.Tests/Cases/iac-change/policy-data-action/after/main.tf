resource "aws_s3_bucket" "b" {}
data "aws_iam_policy_document" "d" {
  statement {
    sid       = "Own"
    actions   = ["s3:GetObject"]
    resources = [aws_s3_bucket.b.arn]

    principals {
      type        = "AWS"
      identifiers = ["*", "123456789012"]
    }
  }

  # too much
  statement {
    actions   = ["iam:*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.d.json
}
