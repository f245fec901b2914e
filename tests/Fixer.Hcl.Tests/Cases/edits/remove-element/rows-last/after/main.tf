x = [
  1, 2,
  # three and four
  3, # three and four
  5, 6,
]
