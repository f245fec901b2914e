resource "aws_route53_record" "this" {
  for_each = { for r in jsondecode(file("${path.module}/records.json")) : r.name => r }

  zone_id = "Z1"
  name    = each.value.name
}

resource "aws_s3_object" "x" {
  bucket = "b"
  key    = "k"
  source = "${path.module}/records.json"
}
