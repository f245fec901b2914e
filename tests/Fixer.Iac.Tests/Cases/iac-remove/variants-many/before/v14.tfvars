env = "e14"
records = {}
