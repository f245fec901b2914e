include "up" {
  path = "../../../etc/root.hcl"
}
terraform {
  source = "../m"
}
inputs = { zone = "Z1", name = "leaves" }
