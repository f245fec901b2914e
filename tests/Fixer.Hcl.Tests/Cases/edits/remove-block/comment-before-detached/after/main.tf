block "a" {
  x = 1
}

# section

block "b" {
  y = 2
}
