x = {
  # a's
  a = 1 # a's
  # longest's
  longest = 2 # longest's
  bb      = 3
}
