x = [
  1, # one
  # two
  2 # two
]
