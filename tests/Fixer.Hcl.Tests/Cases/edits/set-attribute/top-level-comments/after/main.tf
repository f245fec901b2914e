# nobody's
bb = 1
