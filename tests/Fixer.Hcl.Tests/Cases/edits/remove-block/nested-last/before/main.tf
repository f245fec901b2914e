outer {
  a = 1

  inner "target" {
    z = 3
  }
}
