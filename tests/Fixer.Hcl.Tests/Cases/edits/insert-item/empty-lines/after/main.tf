x = {
  # none
  a = 1
}
