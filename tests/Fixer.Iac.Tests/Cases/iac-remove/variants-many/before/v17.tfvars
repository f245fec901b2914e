env = "e17"
records = {}
