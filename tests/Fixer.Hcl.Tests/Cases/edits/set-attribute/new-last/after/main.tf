r "x" {
  a = 1

  b      = 2
  c      = 3 # c's
  longer = var.x
}
