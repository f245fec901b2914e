x = [
  # one
  {
    a = 1
  }, # one
  {
    a = 2
  },
]
