resource "aws_s3_bucket" "l" {
  acl = yamldecode(file("buckets.yaml")).l.acl
}
