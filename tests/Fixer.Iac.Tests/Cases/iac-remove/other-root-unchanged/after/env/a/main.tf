module "d" {
  source  = "../../m"
  records = {
    www = "192.0.2.2"
  }
}
