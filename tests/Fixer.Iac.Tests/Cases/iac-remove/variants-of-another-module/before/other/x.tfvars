env = "prod"
size = 2
