x = {
  a       = 1
  longest = 2
}
