variable "names" { type = map(string) }

resource "aws_s3_bucket" "b" {
  for_each = var.names
  bucket   = each.key
}
