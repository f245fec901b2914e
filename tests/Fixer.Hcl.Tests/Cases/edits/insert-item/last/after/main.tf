x = {
  a       = 1
  bb      = 2 # bb's
  longest = 3
}
