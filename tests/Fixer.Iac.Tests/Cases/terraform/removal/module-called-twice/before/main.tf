module "dns" {
  source = "./modules/dns"
}
module "dns2" {
  source = "./modules/dns"
}
