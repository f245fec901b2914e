r "a" {
  a = 1 # a's
  c = 2 # c's
}
