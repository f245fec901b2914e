r "x" {
  nested {
    c = 3
  }

  d = 4
}
