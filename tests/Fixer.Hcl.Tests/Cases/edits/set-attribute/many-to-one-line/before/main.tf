r "x" {
  a = 1
  longest = {
    # inside
    a = 1
  }
  bb = 2
}
