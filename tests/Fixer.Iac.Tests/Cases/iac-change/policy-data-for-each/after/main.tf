locals {
  roles = {
    a = ["s3:Get*"]
    b = ["s3:*", "s3:Get*"]
  }
}
data "aws_iam_policy_document" "d" {
  for_each = local.roles
  statement {
    actions   = each.value
    resources = ["*"]
  }
}
resource "aws_iam_policy" "p" {
  for_each = local.roles
  policy   = data.aws_iam_policy_document.d[each.key].json
}
