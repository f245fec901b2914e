x = [
  # two
  2, # two
]
