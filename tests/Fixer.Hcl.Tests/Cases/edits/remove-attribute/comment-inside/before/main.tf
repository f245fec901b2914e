a = 1
b = [ # open
  # inside
  1,
]
c = 2
