r "x" {
  a = 1 # a's
  b = 2

  # nested's
  nested {
    c = 3
  }

  d = 4
}
