r "x" {
  a  = 2
  bb = 4
}
