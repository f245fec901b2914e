r "x" {
  n {
    a = 1
  }
}
