env = "e34"
records = {}
