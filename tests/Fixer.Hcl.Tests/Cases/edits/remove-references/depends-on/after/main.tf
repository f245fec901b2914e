r "x" {
  a          = 1
  depends_on = [a.bb, c.d]
}
