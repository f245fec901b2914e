r "a" {
  a = 1
  b = 2

  nested {
    c = 3
  }
}
