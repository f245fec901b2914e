run "plan" {
  assert {
    condition     = aws_route53_record.target.ttl == 300
    error_message = "ttl"
  }
}
