resource "aws_route53_record" "www" {
  zone_id = "Z1"
  name    = "www"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

resource "null_resource" "all" {
  triggers = {
    www = aws_route53_record.www.fqdn
  }

  depends_on = [aws_route53_record.www]
}

resource "aws_ssm_parameter" "names" {
  value_list = [aws_route53_record.www.fqdn]
}
