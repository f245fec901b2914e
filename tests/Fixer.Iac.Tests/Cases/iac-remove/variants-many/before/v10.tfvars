env = "e10"
records = {}
