# file header

block "b" {
  y = 2
}
