env = "e30"
records = {}
