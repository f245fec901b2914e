resource "aws_route53_record" "this" {
  for_each = {
    "*.example.com"  = "192.0.2.1"
    "a\"b\\c"        = "192.0.2.2"
    "dollar$${x}%%{" = "192.0.2.3"
    "new\nline\ttab" = "192.0.2.4"
    "größe 日本"       = "192.0.2.5"
    "5"              = "192.0.2.6"
    ""               = "192.0.2.7"
    "$ % $$"         = "192.0.2.8"
    "bell\u0007"     = "192.0.2.9"
  }
  zone_id = "Z1"
  name    = "x.example.com"
  type    = "A"
  ttl     = 60
  records = [each.value]
}
