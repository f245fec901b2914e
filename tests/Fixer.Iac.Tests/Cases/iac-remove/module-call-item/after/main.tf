module "z" {
  source   = "./dns"
  for_each = toset(["b"])
}
