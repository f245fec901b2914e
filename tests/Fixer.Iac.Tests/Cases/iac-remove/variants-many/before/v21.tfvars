env = "e21"
records = {}
