block "a" {
  x = 1
}

block "target" {
  z = 3
} # end of target

block "b" {
  y = 2
}
