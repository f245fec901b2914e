x = [
  1, # one
  3, # three
]
