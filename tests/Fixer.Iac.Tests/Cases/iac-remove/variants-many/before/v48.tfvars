env = "e48"
records = {}
