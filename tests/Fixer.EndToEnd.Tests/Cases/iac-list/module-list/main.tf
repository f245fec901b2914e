module "records" {
  source  = "./records"
  zone_id = "Z1"
  records = [
    { name = "www", type = "A", records = ["192.0.2.2", "192.0.2.1"] },
    # moved away in 2021
    { name = "old", type = "CNAME", ttl = 60, records = ["gone.example.org"] },
    {
      name = "apex"
      type = "A"
      alias = {
        name    = "d1.cloudfront.net"
        zone_id = "Z2FDTNDATAQYW2"
      }
    },
    {
      name    = "text"
      type    = "TXT"
      ttl     = "900"
      records = [join("", ["v=spf1", " -all"])]
    },
  ]
}
