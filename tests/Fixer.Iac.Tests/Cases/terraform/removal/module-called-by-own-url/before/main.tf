module "dns" {
  source = "git::https://github.com/acme/infra.git//modules/dns?ref=v1"
}
