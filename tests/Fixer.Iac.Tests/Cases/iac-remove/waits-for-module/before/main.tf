module "dns" {
  source = "./dns"
}

data "aws_vpc" "x" {
  default    = true
  depends_on = [module.dns]
}
