r "x" {
  a = 1
  longest = {
    a = 1
  }
  bb = 2
}
