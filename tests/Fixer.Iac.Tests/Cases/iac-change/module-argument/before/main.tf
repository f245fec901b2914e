module "a" {
  source     = "./bucket"
  name       = "a"
  versioning = "Suspended"
}
module "b" {
  source = "./bucket"
  name   = "b"
}
