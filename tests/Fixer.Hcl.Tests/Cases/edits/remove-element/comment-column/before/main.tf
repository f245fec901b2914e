x = [
  1,      # one
  222222, # two
  3,      # three
]
