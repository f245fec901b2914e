env = "e31"
records = {}
