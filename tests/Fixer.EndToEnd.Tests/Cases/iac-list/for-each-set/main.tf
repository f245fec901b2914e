variable "names" {
  type    = set(string)
  default = ["b", "a", "b"]
}

resource "aws_s3_bucket" "set" {
  for_each = toset(["z", "y", "z"])
  bucket   = each.key == each.value ? each.value : "never"
}

resource "aws_s3_bucket" "variable" {
  for_each = var.names
  bucket   = "${each.key}-bucket"
}

resource "aws_s3_bucket" "flat" {
  for_each = toset(flatten([["f"], [["g"], []]]))
  bucket   = each.key
}

resource "aws_s3_bucket" "chosen" {
  for_each = true ? toset(["c"]) : toset([])
  bucket   = each.key
}
