env = "e24"
records = {}
