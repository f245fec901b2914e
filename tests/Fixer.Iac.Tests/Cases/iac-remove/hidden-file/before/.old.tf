resource "aws_ssm_parameter" "x" {
  value = aws_eip.old.public_ip
}
