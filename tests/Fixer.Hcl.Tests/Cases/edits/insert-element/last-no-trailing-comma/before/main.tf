x = [
  1 # one
  # end
]
