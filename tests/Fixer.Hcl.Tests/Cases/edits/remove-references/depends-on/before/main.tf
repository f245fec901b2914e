r "x" {
  a          = 1
  depends_on = [a.b, a.bb, c.d]
}
