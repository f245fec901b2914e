r "a" {
  a  = 1 # one
  bb = 3 # three
}
