host = "prod"
