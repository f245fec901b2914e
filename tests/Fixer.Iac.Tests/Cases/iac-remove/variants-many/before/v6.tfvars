env = "e6"
records = {}
