module "a" {
  source = "./mid"
}

module "b" {
  source = "./mid/../mid"
}
