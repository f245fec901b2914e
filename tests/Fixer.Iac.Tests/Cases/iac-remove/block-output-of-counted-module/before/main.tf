module "a" {
  source = "./m"
  count  = 1
}

resource "aws_ssm_parameter" "name" {
  value = module.a[0].fqdn
}
