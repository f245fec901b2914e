env = "e3"
records = {}
