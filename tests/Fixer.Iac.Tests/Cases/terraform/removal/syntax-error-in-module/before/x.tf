locals {
  a = [
}
