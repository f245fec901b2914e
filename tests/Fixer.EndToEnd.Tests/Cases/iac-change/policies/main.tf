resource "aws_iam_policy" "encoded" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:*", "s3:GetObject"], Resource = "*" }]
  })
}

resource "aws_iam_policy" "heredoc" {
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "s3:*",
          "Resource": "arn:aws:s3:::${lower("B")}/$${aws:username}/*"
        }
      ]
    }
  EOT
}

resource "aws_iam_policy" "template" {
  policy = templatefile("${path.module}/policy.json.tftpl", { bucket = "b" })
}

resource "aws_iam_policy" "file" {
  policy = file("${path.module}/policy.json")
}
