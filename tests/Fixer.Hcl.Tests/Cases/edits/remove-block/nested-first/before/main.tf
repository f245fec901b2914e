outer { # comment

  inner "target" {
    z = 3
  }

  b = 2
}
