r "x" {
  a = "much longer" # a's
  b = 1             # b's
}
