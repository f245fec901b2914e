resource "aws_s3_bucket" "b" {}
resource "aws_iam_policy" "p" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "Own",
          "Effect": "Allow",
          "Action": ["s3:*", "s3:GetObject"],
          "Resource": "${aws_s3_bucket.b.arn}/$${aws:username}/*"
        }
      ]
    }
  EOT
}
