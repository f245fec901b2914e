env = "e37"
records = {}
