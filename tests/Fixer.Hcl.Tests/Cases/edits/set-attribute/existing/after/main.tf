r "x" {
  # above
  a = "new" # behind
  b = 1
}
