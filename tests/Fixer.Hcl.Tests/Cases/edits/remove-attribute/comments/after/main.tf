r "a" {
  # nobody's

  # a's
  a = 1 # a's

  # c's
  c = 3 # c's
}
