n {
  r "x" { # r's
    # nobody's
  }
}
