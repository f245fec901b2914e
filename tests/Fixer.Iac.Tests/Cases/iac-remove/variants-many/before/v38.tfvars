env = "e38"
records = {}
