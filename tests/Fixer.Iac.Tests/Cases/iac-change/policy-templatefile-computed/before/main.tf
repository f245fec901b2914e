resource "aws_iam_policy" "p" {
  policy = templatefile("p.json.tftpl", { arn = "a" })
}
