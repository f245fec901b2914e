module "zone" {
  for_each = toset(["a", "b"])
  source   = "./zone"
  name     = "${each.key}.example.com"
}

module "single" {
  source = "./zone"
  name   = "single.example.com"
}

module "counted" {
  count  = 2
  source = "./zone"
  name   = "c${count.index}.example.com"
}

resource "aws_route53_record" "www" {
  for_each = module.zone
  zone_id  = each.value.id
  name     = "${each.key}.${each.value.name}"
  type     = "A"
  ttl      = 60
  records  = ["192.0.2.1"]
}

resource "aws_s3_bucket" "b" {
  for_each = toset(module.single.names)
  bucket   = each.key
  tags = {
    one     = module.zone["a"].name
    by_key  = module.counted[length(module.counted) - 1].name
    splat   = join(",", module.counted[*].name)
    loop    = join(",", [for k, m in module.zone : "${k}=${m.name}"])
    chained = module.chain.name
    whole   = module.zone["b"].zone.name
  }
}

module "chain" {
  source = "./zone"
  name   = "chain.${module.single.name}"
}
