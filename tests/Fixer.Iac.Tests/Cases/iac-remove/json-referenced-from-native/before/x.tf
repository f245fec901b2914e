output "x" {
  value = aws_route53_record.old.fqdn
}
