r "a" {
  # nobody's

  # a's
  a = 1 # a's

  # b's
  // b's
  b = 2 /* b's */ # b's
  # c's
  c = 3 # c's
}
