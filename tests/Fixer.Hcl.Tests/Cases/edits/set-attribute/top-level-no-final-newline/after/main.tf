b = 0

a  = 1 # a's
bb = 1