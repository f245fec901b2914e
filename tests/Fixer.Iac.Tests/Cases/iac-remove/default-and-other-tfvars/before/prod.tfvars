records = {}
