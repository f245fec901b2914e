block "a" {
  x = 1
}

block "b" {
  y = 2
}
