variable "team" {}
variable "zones" { type = list(string) }

module "zone" {
  for_each = toset(var.zones)
  source   = "../zone"
  name     = "${each.key}.${var.team}.example.com"
}
