module "team" {
  for_each = { red = ["a", "b"], blue = ["c"] }
  source   = "./team"
  team     = each.key
  zones    = each.value
}

module "twice" {
  count  = 2
  source = "./team"
  team   = "t${count.index}"
  zones  = ["z"]
}
