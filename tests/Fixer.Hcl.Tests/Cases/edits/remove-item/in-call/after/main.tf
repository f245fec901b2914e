x = merge({
  a    = 1
  long = 3
}, y)
