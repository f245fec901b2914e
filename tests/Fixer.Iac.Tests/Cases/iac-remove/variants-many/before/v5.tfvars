env = "e5"
records = {}
