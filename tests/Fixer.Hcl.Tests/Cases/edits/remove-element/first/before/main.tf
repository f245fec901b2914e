x = [
  # one
  1, # one
  # two
  2, # two
]
