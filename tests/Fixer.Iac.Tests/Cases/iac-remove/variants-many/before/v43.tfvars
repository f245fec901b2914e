env = "e43"
records = {}
