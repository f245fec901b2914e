x = [
  # nobody's
]
