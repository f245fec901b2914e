module "a" {
  source  = "./dns"
  records = {
    old = "192.0.2.1"
    www = "192.0.2.2"
  }
}

module "b" {
  source  = "./dns"
  records = { old = "192.0.2.7" }
}
