resource "aws_eip" "x" {}
resource "aws_iam_policy" "p" {
  policy = "{ ${aws_eip.x.id}"
}
