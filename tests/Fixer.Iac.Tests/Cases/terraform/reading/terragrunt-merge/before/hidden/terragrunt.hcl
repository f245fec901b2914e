terraform {
  source = "../m"
}
inputs = merge({ zone = "ZHIDDEN" }, dependency.vpc.outputs, { name = "known" })
