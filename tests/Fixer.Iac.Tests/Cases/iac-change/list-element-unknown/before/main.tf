resource "aws_eip" "x" {}
resource "aws_security_group_rule" "r" {
  cidr_blocks = ["${aws_eip.x.public_ip}/32"]
}
