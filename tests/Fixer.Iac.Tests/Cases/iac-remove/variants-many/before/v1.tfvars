env = "e1"
records = {}
