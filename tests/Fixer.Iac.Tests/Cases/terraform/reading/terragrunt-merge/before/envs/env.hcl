locals {
  zone = "ZENV"
}
inputs = {
  zone = local.zone
}
