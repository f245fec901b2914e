n {
  r "x" { a = 1 /* a's */ } # r's
}
