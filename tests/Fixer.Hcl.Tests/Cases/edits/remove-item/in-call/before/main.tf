x = merge({
  a = 1
  b = {
    c = 2
  }
  long = 3
}, y)
