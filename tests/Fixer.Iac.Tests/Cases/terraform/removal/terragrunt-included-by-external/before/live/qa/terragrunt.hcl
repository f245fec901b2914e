include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://example.org/dns.git"
}

inputs = {
  zone = "Z1"
}
