module "d" {
  source = "../../m"
}
