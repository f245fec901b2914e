module "a" {
  source = "./dns"
}

module "b" {
  source = "./dns"
}
