locals {
  office = ["192.0.2.0/24"]
}
resource "aws_security_group_rule" "r" {
  cidr_blocks = concat(local.office, ["10.0.0.0/8"])
}
