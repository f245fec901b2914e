x = [
  0,
  # one
  1, # one
]
