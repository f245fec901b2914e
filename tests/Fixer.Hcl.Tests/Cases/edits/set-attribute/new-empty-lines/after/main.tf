n {
  r "x" { # r's
    # nobody's
    b = 2
  }
}
