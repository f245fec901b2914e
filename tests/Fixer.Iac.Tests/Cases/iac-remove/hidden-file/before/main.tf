resource "aws_eip" "old" {}

resource "aws_eip" "x" {}
