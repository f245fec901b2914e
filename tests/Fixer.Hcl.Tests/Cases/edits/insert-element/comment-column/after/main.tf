x = [
  1, # one
  222222,
  3, # three
]
