r "x" {
  a       = 1
  longest = 2 # l
  x       = [1, 2]
  y       = { a = 1, b = 2 }

  n {
    x = 1
  }
}

# s's
s {
}
