block "a" {
  x = 1
} # end of a
# why b
block "b" {
  y = 2
}
