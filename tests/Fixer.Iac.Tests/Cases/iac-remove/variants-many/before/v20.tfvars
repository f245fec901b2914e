env = "e20"
records = {}
