# a's
a = 1
