r "x" {
  longest = 1
  a       = 2
  longer  = 3
  bb      = 4
}
