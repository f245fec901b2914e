resource "aws_route53_record" "old" {
  zone_id = "Z1"
  name    = "old"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "null_resource" "x" {
  lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [aws_route53_record.old]
  }
}
