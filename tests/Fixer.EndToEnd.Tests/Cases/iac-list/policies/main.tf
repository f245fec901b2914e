resource "aws_iam_role" "r" {
  name = "r"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
  max_session_duration = 7200
}

resource "aws_iam_policy" "heredoc" {
  name   = "heredoc"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [ { "Effect": "Allow", "Action": ["s3:GetObject", "s3:*"], "Resource": "*" } ]
    }
  EOT
}

resource "aws_iam_policy" "encoded" {
  name = "encoded"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [for a in ["s3:<Get>&", "iam:PassRole"] : { Effect = "Allow", Action = a, Resource = "arn:aws:s3:::x/*" }]
  })
}

resource "aws_iam_role_policy" "unknown" {
  name = "unknown"
  role = aws_iam_role.r.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = aws_s3_bucket.b.arn }]
  })
}

resource "aws_iam_role_policy" "encoded" {
  name = "encoded"
  role = "r"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

resource "aws_s3_bucket" "b" {
  bucket = "b"
}

resource "aws_iam_group_policy" "heredoc" {
  name   = "h"
  group  = "g"
  policy = <<EOT
{ "Version": "2012-10-17",
  "Statement": [ { "Sid": "x", "Effect": "Allow", "Resource": "*", "Action": "s3:*" } ] }
EOT
}

resource "aws_iam_role_policy" "heredoc" {
  name   = "h"
  role   = "r"
  policy = <<EOT
{ "Version": "2012-10-17",
  "Statement": [ { "Sid": "x", "Effect": "Allow", "Resource": "*", "Action": "s3:*" } ] }
EOT
}

resource "aws_iam_user_policy" "heredoc" {
  name   = "h"
  user   = "u"
  policy = <<EOT
{ "Version": "2012-10-17",
  "Statement": [ { "Sid": "x", "Effect": "Allow", "Resource": "*", "Action": "s3:*" } ] }
EOT
}

resource "aws_iam_role" "heredoc" {
  name               = "h"
  assume_role_policy = <<EOT
{ "Version": "2012-10-17",
  "Statement": [ { "Sid": "x", "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:*" } ] }
EOT
}

resource "aws_s3_bucket_policy" "heredoc" {
  bucket = "h"
  policy = <<EOT
{ "Version": "2012-10-17",
  "Statement": [ { "Sid": "x", "Effect": "Allow", "Principal": { "AWS": "*" }, "Resource": "*", "Action": "s3:*" } ] }
EOT
}
