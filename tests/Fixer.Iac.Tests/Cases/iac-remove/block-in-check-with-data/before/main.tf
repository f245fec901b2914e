resource "aws_route53_record" "www" {
  zone_id = "Z1"
  name    = "www"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "aws_route53_record" "old" {
  zone_id = "Z1"
  name    = "old"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

check "answers" {
  data "http" "x" {
    url = "https://${aws_route53_record.old.fqdn}"
  }

  assert {
    condition     = data.http.x.status_code == 200
    error_message = data.http.x.url
  }
}
