block "a" {
  x = 1
}

block "target" { # open
  # inside
  z = 3 # three
  # end
}

block "b" {
  y = 2
}
