block "a" {
  x = 1
}

/* c */ block "target" {
  z = 3
}

block "b" {
  y = 2
}
