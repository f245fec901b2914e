module "a" {
  source = "./m"
}

resource "aws_ssm_parameter" "name" {
  value = module.a.fqdn
}
