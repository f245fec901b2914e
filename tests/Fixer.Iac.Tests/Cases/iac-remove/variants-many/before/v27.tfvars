env = "e27"
records = {}
