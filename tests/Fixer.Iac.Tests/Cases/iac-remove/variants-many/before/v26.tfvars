env = "e26"
records = {}
