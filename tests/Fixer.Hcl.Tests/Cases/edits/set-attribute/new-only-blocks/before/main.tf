r "x" {
  # nested's
  nested {
    c = 3
  }
}
