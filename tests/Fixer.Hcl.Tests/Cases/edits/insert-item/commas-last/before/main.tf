x = {
  a = 1,
  c = 3 # c's
}
