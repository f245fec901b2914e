r "a" {
  a = 1
  m = {
    x = 1
  }
  long = 2
}
