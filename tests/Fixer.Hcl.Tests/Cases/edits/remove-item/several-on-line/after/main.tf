x = {
  a = 1, # both
  c = 3
}
