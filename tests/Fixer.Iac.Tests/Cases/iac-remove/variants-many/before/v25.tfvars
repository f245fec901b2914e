env = "e25"
records = {}
