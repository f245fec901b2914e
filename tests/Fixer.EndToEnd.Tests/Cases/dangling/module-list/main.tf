module "zone" {
  source = "./modules/zone"

  name = "module-list.example"
  records = [
    { name = "www", type = "A", records = ["192.0.2.10"] },
    { name = "assets", type = "CNAME", records = ["assets.module-list.example.s3-website-us-east-1.amazonaws.com"] }, # the shop's
    { name = "ftp", type = "A", ttl = 60, records = ["192.0.2.11"] },
  ]
}
