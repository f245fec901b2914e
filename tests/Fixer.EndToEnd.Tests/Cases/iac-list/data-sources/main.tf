data "aws_region" "here" {}

data "aws_caller_identity" "me" {}

data "aws_availability_zones" "all" {}

data "aws_iam_policy_document" "p" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.b.arn}/*"]
  }
}

resource "aws_s3_bucket" "b" {
  bucket = "b-${data.aws_region.here.name}"
  tags   = { owner = data.aws_caller_identity.me.account_id, fixed = "x" }
}

resource "aws_s3_bucket" "known" {
  bucket = "known"
}

resource "aws_s3_bucket" "per_zone" {
  for_each = toset(data.aws_availability_zones.all.names)
  bucket   = each.key
}

resource "aws_iam_policy" "p" {
  name   = "p"
  policy = data.aws_iam_policy_document.p.json
}

data "aws_iam_policy_document" "optional" {
  count = 2
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}

resource "aws_s3_bucket" "per_document" {
  count  = length(concat(data.aws_iam_policy_document.optional[*].json, ["x"]))
  bucket = "d${count.index}"
}
