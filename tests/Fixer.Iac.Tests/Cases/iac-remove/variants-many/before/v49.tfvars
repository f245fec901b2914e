env = "e49"
records = {}
