r "x" {
  a = "old" # a's
  b = 1     # b's
}
