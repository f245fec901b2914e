r "x" {
  longer = 1
}
