resource "aws_route53_record" "this" {
  zone_id         = "Z1"
  name            = 5
  type            = "A"
  ttl             = "300"
  records         = ["192.0.2.9", "192.0.2.1", "192.0.2.9"]
  allow_overwrite = "false"
  set_identifier  = true
  weighted_routing_policy {
    weight = "10"
  }
}

resource "aws_s3_bucket" "b" {
  bucket        = "b"
  force_destroy = "true"
  tags          = { one = 1, yes = true }
}

resource "aws_s3_bucket" "referring" {
  bucket = "x${aws_route53_record.this.ttl + 1}"
  tags   = { count = length(aws_route53_record.this.records) }
}

resource "aws_route53_record" "text" {
  zone_id = "Z1"
  name    = "UPPER.example.com."
  type    = "TXT"
  ttl     = 1e2
  records = ["v=DKIM1; p=abc", "second\"\"part"]
}

resource "aws_route53_zone" "dot" {
  name = "Example.NET."
}

resource "aws_route53_record" "in_dot" {
  zone_id = aws_route53_zone.dot.zone_id
  name    = "www.${aws_route53_zone.dot.name}"
  type    = "CNAME"
  ttl     = 60
  records = ["Target.example.com.", "other.${aws_route53_record.text.name}"]
}
