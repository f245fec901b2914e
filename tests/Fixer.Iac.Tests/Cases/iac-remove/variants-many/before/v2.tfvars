env = "e2"
records = {}
