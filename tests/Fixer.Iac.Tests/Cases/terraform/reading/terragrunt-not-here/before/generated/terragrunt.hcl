terraform {
  source = "../m"
}
generate "more" {
  path = "more.tf"
  if_exists = "overwrite"
  contents = "resource \"aws_eip\" \"x\" {}"
}
inputs = { zone = "Z1", name = "generated" }
