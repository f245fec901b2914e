locals {
  buckets = {
    a = { acl = "private", days = 3 }
    b = { acl = "public-read", days = 3 }
  }
}
resource "aws_s3_bucket" "b" {
  for_each = local.buckets
  bucket   = each.key
  force_destroy = true
  acl      = each.value.acl
}
