locals {
  config = yamldecode(file("${path.root}/config.yaml"))
}

module "records" {
  source  = "./records"
  records = { for r in local.config.records : r.name => r if r.live }
}
