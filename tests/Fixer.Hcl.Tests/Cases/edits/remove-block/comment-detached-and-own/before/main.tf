# file header

# why target
block "target" {
  z = 3
}

block "b" {
  y = 2
}
