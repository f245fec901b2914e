r "a" {
  a    = 1
  long = 3
}
