variable "flag" {
  default = true
}

module "m" {
  source = "./m"
  flag   = var.flag
}
