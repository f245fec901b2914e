r "a" {
  a       = 1  # one
  longest = 22 # two
  bb      = 3  # three
}
