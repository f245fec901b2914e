env = "e4"
records = {}
