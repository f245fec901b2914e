env = "e16"
records = {}
