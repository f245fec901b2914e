env = "e12"
records = {}
