r "x" {
  # above
  a = "old" # behind
  b = 1
}
