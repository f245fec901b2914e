x = {
  longest = {
    b = 1
  }
  # a's
  a = 1 # a's
}
