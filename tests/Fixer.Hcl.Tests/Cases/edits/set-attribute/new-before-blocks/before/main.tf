r "x" {
  a = 1 # a's

  # nested's
  nested {
    c = 3
  }

  d = 4
}
