r {
  x = [
    1, # one
  ]
}
