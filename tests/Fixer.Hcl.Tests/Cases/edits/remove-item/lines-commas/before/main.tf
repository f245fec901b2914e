x = {
  a = 1, # a's
  b = 2  # b's
}
