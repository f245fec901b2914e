import {
  to = aws_route53_record.target
  id = "Z1_www_CNAME"
}
