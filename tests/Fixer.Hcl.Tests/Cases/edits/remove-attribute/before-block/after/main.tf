r "a" {
  a = 1

  nested {
    c = 3
  }
}
