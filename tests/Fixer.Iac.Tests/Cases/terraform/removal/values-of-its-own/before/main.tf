variable "hosts" {
  type = set(string)
}

resource "aws_route53_record" "target" {
  for_each = var.hosts
  zone_id  = "Z1"
  name     = each.key
  type     = "CNAME"
  ttl      = 300
  records  = ["web.s3-website-us-east-1.amazonaws.com"]
}
