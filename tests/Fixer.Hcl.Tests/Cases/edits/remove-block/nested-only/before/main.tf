outer {
  inner "target" {
    z = 3
  }
}
