variable "all" {}

module "dns" {
  source   = "./modules/dns"
  for_each = var.all
}
