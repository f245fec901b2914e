r "a" {
  a    = 1
  b    = 2
  long = 3
}
