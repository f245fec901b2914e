moved {
  from = aws_route53_record.old
  to   = aws_route53_record.target
}
