variables {
  flag = true
}
