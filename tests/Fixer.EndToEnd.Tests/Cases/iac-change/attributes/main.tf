locals {
  status = "Suspended"
  office = ["192.0.2.0/24"]
  buckets = {
    a = { tags = { Team = "web" } }
    b = { tags = { Team = "web" } }
  }
}

resource "aws_s3_bucket" "b" {
  for_each = local.buckets
  bucket   = "acme-${each.key}"
  tags     = each.value.tags
}

resource "aws_s3_bucket_public_access_block" "b" {
  bucket            = "acme-a"
  block_public_acls = false
}

resource "aws_s3_bucket_versioning" "v" {
  bucket = "acme-a"
  versioning_configuration {
    status = local.status
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "e" {
  bucket = "acme-a"
  rule {
    bucket_key_enabled = true
  }
}

resource "aws_security_group_rule" "r" {
  type              = "ingress"
  protocol          = "-1"
  description       = "everybody"
  security_group_id = "sg-0123456789abcdef0"
  from_port         = -1
  to_port           = -1
  cidr_blocks       = concat(local.office, ["0.0.0.0/0", "10.0.0.0/8"])
}
