resource "aws_iam_policy" "p" {
  policy = "{\"Statement\": [{\"Effect\": \"Deny\", \"Action\": [\"s3:Get*\"]}]}"
}
