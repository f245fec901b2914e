x = [
  1, # one

  2,
  # three
  3,
]
