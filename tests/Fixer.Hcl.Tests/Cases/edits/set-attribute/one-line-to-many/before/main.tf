r "x" {
  a       = 1
  longest = {}
  bb      = 2
}
