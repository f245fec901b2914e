resource "aws_route53_zone" "main" {
  name = "example.com"
}

module "dns" {
  source  = "./dns"
  zone_id = aws_route53_zone.main.zone_id
  records = [
    { name = "old", ip = "192.0.2.1" },
    { name = "www", ip = "192.0.2.2" },
  ]
}
