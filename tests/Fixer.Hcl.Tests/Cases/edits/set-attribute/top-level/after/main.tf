# a's
a  = 1
bb = 1
