env = "e23"
records = {}
