host = "dev"
