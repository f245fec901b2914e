outer {
  a = 1

  # own
  inner "target" {
    z = 3
  }

  b = 2
}
