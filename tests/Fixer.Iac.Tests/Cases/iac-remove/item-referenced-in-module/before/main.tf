module "dns" {
  source = "./dns"
}
