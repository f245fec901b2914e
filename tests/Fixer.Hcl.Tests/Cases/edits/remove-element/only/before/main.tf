x = [
  # one
  1, # one
]
