env = "e19"
records = {}
