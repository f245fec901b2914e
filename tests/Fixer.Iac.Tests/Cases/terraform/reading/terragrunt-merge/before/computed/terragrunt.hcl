terraform {
  source = "../m"
}
inputs = dependency.vpc.outputs
