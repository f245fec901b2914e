resource "aws_s3_bucket" "b" {}
resource "aws_iam_policy" "p" {
  policy = <<EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["s3:*", "s3:GetObject"],
          "Resource": "arn:aws:s3:::b/$${aws:username}/*"
        },
        {
          "Effect": "Allow",
          "Action": "*",
          "Resource": "*"
        }
      ]
    }
EOT
}
