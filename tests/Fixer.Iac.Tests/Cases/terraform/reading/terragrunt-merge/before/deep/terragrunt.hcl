include "env" {
  path = "../envs/env.hcl"
  merge_strategy = "deep"
}
terraform {
  source = "../m"
}
inputs = {
  name = "deep"
}
