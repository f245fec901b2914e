block "a" {
  x = 1
}

# why target
// more
/* and
   more */
block "target" {
  z = 3
}

block "b" {
  y = 2
}
