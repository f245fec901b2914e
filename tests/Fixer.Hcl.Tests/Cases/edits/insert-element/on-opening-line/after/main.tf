x = [1, # one
  0
]
