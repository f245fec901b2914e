x = [{
  a = 1
  }, {
  # two
  a = 2
}] # x
