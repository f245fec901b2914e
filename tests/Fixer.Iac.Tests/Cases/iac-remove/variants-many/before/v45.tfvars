env = "e45"
records = {}
