x = [
  1,
  f(2, # inside
  3),
  4,
]
