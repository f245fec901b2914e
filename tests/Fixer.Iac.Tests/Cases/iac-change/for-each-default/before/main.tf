variable "buckets" {
  type    = map(object({ acl = optional(string, "private") }))
  default = { a = {}, b = { acl = "public-read" } }
}
resource "aws_s3_bucket" "b" {
  for_each = var.buckets
  acl      = each.value.acl
}
