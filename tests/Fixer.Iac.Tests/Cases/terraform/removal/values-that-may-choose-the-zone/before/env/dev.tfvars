tag = "dev"
