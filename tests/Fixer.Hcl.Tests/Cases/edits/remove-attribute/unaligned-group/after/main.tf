r "a" {
  a   = 1
  bb     = 3
}
