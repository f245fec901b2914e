x = [ # open

  # nobody's

  # one
  1,
]
