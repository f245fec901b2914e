resource "aws_iam_policy" "this" {
  for_each = toset(["x"])
  policy   = file("../data/${each.key}.json")
}
