env = "e36"
records = {}
