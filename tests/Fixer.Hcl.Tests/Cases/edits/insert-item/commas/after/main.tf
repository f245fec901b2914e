x = {
  a  = 1, # a's
  bb = 2,
  c  = 3
}
