module "a" {
  source     = "./bucket"
  name       = "a"
  versioning = "Enabled"
}
module "b" {
  source = "./bucket"
  name   = "b"
}
