locals {
  a = "old"
}
