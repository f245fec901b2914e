x = [ # open

  # nobody's
]
