env = "e50"
records = {}
