module "dns" {
  source = "./modules/dns"
}
