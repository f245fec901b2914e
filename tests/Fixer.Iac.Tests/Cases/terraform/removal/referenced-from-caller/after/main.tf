module "dns" {
  source = "./modules/dns"
}

moved {
  from = aws_route53_record.target
  to   = module.dns.aws_route53_record.target
}
