resource "aws_s3_bucket" "l" {
  acl = jsondecode(file("buckets.json")).l.acl
}
