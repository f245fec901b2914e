resource "aws_iam_policy" "p" {
  policy = templatefile("p.json.tftpl", { arn = "a" })
}
resource "aws_iam_policy" "q" {
  policy = templatefile("p.json.tftpl", { arn = "b" })
}
