include "env" {
  path   = "../envs/env.hcl"
  expose = true
}
locals {
  common = { name = "common" }
}
terraform {
  source = "../m"
}
inputs = merge(local.common, { name = "${local.common.name}.${include.env.locals.zone}" })
