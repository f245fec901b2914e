tag = "prod"
