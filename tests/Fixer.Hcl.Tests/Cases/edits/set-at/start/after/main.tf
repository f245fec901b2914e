x = 2 # x
