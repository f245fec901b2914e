module "a" {
  source = "./bucket"
  name   = "a"
}
module "b" {
  source = "./bucket"
  name   = "b"
}
