x = [
  1,

  # nobody's

  2,
]
