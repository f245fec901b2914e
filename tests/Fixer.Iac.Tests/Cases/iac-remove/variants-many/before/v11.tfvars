env = "e11"
records = {}
