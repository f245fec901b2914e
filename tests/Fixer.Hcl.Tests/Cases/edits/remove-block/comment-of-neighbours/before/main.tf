block "a" {
  x = 1
} # end of a
block "target" {
  z = 3
}
# why b
block "b" {
  y = 2
}
