module "m" {
  source = "../m"
  env    = local.none
}
