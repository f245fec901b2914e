module "dns" {
  source  = "./dns"
  records = {
    www = "192.0.2.2"
  }
}
