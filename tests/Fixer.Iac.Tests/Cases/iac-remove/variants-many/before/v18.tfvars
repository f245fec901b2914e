env = "e18"
records = {}
