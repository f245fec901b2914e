r "x" {
  b = 2

  # nested's
  nested {
    c = 3
  }
}
