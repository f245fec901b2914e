x = {
  a            = 1
  "quoted key" = 2
  (var.key)    = 3
  "${b}"       = 4
}
