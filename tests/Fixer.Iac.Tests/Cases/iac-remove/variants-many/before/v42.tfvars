env = "e42"
records = {}
