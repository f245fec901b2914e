outer {
  a = 1
}
