include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "../../..//modules/dns"
}

inputs = {
  zone = "Z1"
  records = [
    { name = "old", type = "CNAME", to = "gone.example.org" },
    { name = "www", type = "A", to = "192.0.2.1" },
  ]
}
