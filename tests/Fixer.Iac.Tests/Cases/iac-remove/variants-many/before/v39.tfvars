env = "e39"
records = {}
