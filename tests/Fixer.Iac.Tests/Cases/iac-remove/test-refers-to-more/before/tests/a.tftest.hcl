run "x" {
  assert {
    condition     = aws_route53_record.old.name != aws_route53_record.www.name
    error_message = "x"
  }
}
