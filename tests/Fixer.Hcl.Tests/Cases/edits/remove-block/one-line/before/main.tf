block "a" {
  x = 1
}
block "target" { z = 3 }
block "b" {
  y = 2
}
