n {
  r "x" {
    a  = 1 /* a's */
    bb = 2
  } # r's
}
