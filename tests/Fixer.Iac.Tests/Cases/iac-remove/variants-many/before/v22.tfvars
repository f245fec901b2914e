env = "e22"
records = {}
