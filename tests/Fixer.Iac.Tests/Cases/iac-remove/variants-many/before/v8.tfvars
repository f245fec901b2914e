env = "e8"
records = {}
