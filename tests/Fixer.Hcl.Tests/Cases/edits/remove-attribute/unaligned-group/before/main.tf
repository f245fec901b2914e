r "a" {
  a   = 1
  longest = 2
  bb     = 3
}
