env = "e44"
records = {}
