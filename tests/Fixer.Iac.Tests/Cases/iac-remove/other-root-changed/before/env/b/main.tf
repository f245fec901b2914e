module "d" {
  source  = "../../m"
  records = {}
}
