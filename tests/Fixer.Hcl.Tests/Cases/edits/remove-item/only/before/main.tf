r {
  x = {
    # a's
    a = 1 # a's
  }
}
