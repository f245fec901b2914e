run "x" {
  assert {
    condition     = aws_route53_record.www.name == "www"
    error_message = "x"
  }
}
