resource "aws_iam_policy" "p" {
  policy = "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"s3:Get*\"]}]}"
}
