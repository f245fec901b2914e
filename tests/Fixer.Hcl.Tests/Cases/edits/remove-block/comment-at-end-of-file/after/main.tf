block "a" {
  x = 1
}

# vim: ft=hcl
