module "b" {
  source = "./dns"
}
