env = "e28"
records = {}
