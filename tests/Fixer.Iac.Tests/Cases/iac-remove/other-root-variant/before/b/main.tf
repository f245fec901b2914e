variable "on" {
  default = 0
}

module "m" {
  source = "../m"
  count  = var.on
}
