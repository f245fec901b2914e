env = "e40"
records = {}
