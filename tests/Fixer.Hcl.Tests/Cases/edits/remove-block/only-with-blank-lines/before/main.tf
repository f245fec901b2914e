

block "target" {
  z = 3
}


