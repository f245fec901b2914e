x = [
  {
    a    = 1
    long = 2
  },
]
