env = "e15"
records = {}
