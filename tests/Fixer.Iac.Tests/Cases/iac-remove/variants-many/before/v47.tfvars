env = "e47"
records = {}
