resource "aws_security_group_rule" "r" {
  from_port = -1
}
