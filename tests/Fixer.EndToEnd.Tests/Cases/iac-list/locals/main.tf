locals {
  c      = "${local.b}c"
  b      = "${local.a}b"
  a      = "a"
  people = [{ name = "x", roles = ["r1", "r2"] }, { name = "y", roles = [] }, { name = "z", roles = ["r1"] }]
  pairs  = flatten([for p in local.people : [for r in p.roles : { id = "${p.name}-${r}", role = r }]])
  groups = { for p in local.pairs : p.role => p.id... }
}

resource "aws_s3_bucket" "pair" {
  for_each = { for p in local.pairs : p.id => p }
  bucket   = each.value.id
  tags     = { role = each.value.role }
}

resource "aws_s3_bucket" "b" {
  bucket = local.c
  tags = {
    names    = join(",", local.people[*].name)
    coalesce = coalesce("", null, "x")
    try      = try(local.people[7].name, "none")
    lookup   = lookup({ a = 1 }, "b", 2)
    chunk    = jsonencode(chunklist(["a", "b", "c"], 2))
    regex    = regex("[0-9]+", "ab12")
    cidr     = cidrsubnet("10.0.0.0/16", 8, 3)
    hash     = sha256("x")
    product  = jsonencode(setproduct(["a"], ["b", "c"]))
    can      = can(tonumber("x"))
    large    = 12345678901234567890
    third    = 1 / 3
  }
}
