module "old" {
  source = "./dns"
}

module "www" {
  source = "./dns"
}
