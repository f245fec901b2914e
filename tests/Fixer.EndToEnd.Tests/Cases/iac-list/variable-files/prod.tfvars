file      = "prod"
file_last = "prod"
