x = [ # open
  # one
  1, # one
  # two
  // two
  2 /* two */, # two

  # nobody's

  # three
  3,
]
