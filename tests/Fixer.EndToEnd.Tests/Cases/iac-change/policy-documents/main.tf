data "aws_iam_policy_document" "d" {
  policy_id = "all"

  statement {
    sid       = "Own"
    actions   = ["s3:PutObject", "s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::b/&{aws:username}/*", "arn:aws:s3:::a"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["home/", "", "home/&{aws:username}/"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = [true]
    }
  }

  statement {
    sid         = "Gone"
    effect      = "Deny"
    not_actions = ["iam:*"]
    resources   = ["*"]
  }

  statement {
    actions       = ["sts:AssumeRole"]
    not_resources = ["*"]
  }
}

resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.d.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["111111111111", "222222222222", "333333333333"]
    }

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

locals {
  actions = {
    a = ["s3:*", "s3:GetObject"]
    b = ["s3:*"]
  }
}

data "aws_iam_policy_document" "each" {
  for_each = local.actions

  statement {
    actions   = each.value
    resources = ["*"]
  }
}

resource "aws_iam_policy" "q" {
  for_each = local.actions
  policy   = data.aws_iam_policy_document.each[each.key].json
}
