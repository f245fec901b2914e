block "b" {
  y = 2
}