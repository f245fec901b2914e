x = {
  a         = 1
  (var.key) = 3
  "${b}"    = 4
}
