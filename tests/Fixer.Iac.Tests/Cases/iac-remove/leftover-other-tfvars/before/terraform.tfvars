name = "old" # of 2021
