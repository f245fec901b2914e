r "x" {
  b = "" # b's
}
