block "a" {
  x = 1
}

block "target" {
  z = 3
}