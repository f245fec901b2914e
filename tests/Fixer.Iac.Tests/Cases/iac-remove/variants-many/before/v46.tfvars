env = "e46"
records = {}
