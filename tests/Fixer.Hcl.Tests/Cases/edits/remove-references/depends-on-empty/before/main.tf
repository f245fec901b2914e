r "x" {
  a  = 1
  bb = 2

  # why
  depends_on = [a.b, a["b"].c, ]
}
