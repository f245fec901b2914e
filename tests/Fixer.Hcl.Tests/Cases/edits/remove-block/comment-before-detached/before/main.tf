block "a" {
  x = 1
}

# section

block "target" {
  z = 3
}

block "b" {
  y = 2
}
