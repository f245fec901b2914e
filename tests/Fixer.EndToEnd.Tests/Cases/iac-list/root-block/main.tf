resource "aws_route53_zone" "main" {
  name    = "example.com"
  comment = "main"
}

resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www.${aws_route53_zone.main.name}"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1", "192.0.2.2"]
}

resource "aws_s3_bucket" "b" {
  bucket        = "b"
  force_destroy = true
  tags          = { Name = "b", Cost = null, Number = 5 }
}
