block "target" {
  z = 3
}

block "a" {
  x = 1
}

block "b" {
  y = 2
}
