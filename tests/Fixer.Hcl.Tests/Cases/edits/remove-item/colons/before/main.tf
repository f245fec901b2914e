x = {
  a : 1
  longest : 2
  b : 3
}
