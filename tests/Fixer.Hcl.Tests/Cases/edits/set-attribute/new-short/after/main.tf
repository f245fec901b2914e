r "x" {
  longer = 1
  z      = []
}
