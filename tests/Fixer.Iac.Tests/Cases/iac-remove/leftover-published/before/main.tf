module "m" {
  source = "./m"
  flag   = true
}
