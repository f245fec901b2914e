env = "e0"
records = {}
