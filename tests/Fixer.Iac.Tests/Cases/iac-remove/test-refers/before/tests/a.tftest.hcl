run "x" {
  assert {
    condition     = aws_route53_record.old.name == "old"
    error_message = "x"
  }
}
