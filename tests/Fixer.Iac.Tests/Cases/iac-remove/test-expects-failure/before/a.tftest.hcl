run "x" {
  expect_failures = [aws_route53_record.old]
}
