env = "e35"
records = {}
