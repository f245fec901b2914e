resource "aws_eip" "old" {}

resource "aws_eip" "x" {}

output "old" {
  value = aws_eip.old.public_ip
}
