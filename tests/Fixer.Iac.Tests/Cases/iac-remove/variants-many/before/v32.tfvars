env = "e32"
records = {}
