env = "e41"
records = {}
