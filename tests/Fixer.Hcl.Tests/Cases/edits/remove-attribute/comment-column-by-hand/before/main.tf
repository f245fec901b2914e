r "a" {
  a = 1         # a's
  b = "long" # b's
  c = 2         # c's
}
