env = "e9"
records = {}
