run "x" {
  assert {
    condition     = aws_route53_record.old.name == "old"
    error_message = "x"
  }

  assert {
    condition     = aws_route53_record.www.name == "www"
    error_message = "x"
  }
}

run "y" {
  command = plan

  assert {
    condition     = aws_route53_record.old.name == "old"
    error_message = "x"
  }
}
