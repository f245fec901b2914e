block "a" {
  x = 1
}
x = 1 # not target's
