env = "e29"
records = {}
