include "up" {
  path = "../cyclic/more.hcl"
}
terraform {
  source = "../m"
}
inputs = { zone = "Z1", name = local.a }
locals {
  a = local.b
  b = local.a
}
