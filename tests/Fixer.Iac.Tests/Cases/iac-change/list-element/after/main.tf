resource "aws_security_group_rule" "r" {
  cidr_blocks = [
    "10.0.0.0/8",
  ]
}
