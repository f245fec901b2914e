locals {
  yaml = yamldecode(file("${path.module}/records.yaml"))
  csv  = csvdecode(file("${path.module}/records.csv"))
  json = jsondecode(file("${path.module}/records.json"))
}

resource "aws_route53_record" "yaml" {
  for_each = { for r in local.yaml.records : "${r.name}_${r.type}" => r }
  zone_id  = "Z1"
  name     = each.value.name
  type     = each.value.type
  ttl      = try(each.value.ttl, 60)
  records  = each.value.values
}

resource "aws_route53_record" "csv" {
  for_each = { for r in local.csv : r.name => r }
  zone_id  = "Z2"
  name     = each.key
  type     = each.value.type
  ttl      = each.value.ttl
  records  = split(" ", each.value.values)
}

resource "aws_route53_record" "json" {
  for_each = local.json
  zone_id  = "Z3"
  name     = each.key
  type     = "A"
  ttl      = 60
  records  = [each.value]
}

resource "aws_s3_bucket" "b" {
  bucket = "b"
  tags = {
    template = templatefile("${path.module}/t.tftpl", { names = ["x", "y"] })
    file     = trimspace(file("${path.module}/records.csv"))
    list     = join(",", fileset(path.module, "records.*"))
  }
}
