outer { # comment
  b = 2
}
