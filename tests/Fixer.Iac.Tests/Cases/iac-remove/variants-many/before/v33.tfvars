env = "e33"
records = {}
