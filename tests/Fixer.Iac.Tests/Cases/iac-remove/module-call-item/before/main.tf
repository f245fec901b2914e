module "z" {
  source   = "./dns"
  for_each = toset(["a", "b"])
}
