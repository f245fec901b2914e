x = [
  1, # one
  0
  # end
]
