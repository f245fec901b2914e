module "a" {
  source = "../bucket"
  name   = "a"
}
