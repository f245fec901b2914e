r "x" {
  a   = 1
  b = 2
  longer = 1
}
