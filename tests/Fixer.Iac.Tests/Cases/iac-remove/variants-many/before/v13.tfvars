env = "e13"
records = {}
