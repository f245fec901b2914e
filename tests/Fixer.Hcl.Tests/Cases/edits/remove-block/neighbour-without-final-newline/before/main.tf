block "target" {
  z = 3
}

block "b" {
  y = 2
}