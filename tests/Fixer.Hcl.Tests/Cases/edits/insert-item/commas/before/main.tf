x = {
  a = 1, # a's
  c = 3
}
