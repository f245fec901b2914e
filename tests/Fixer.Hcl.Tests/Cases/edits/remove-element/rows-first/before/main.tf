x = [
  1, 2,
  # three and four
  3, 4, # three and four
  5, 6,
]
