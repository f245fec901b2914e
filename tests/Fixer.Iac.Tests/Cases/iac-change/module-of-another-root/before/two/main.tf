module "b" {
  source = "../bucket"
  name   = "b"
}
