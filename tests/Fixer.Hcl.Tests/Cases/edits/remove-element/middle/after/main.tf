x = [ # open
  # one
  1, # one

  # nobody's

  # three
  3,
]
