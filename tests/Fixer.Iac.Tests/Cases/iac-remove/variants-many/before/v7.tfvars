env = "e7"
records = {}
