inputs = dependency.vpc.outputs
