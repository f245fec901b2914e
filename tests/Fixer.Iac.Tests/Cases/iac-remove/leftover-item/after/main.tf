locals {
  here = "192.0.2.2"
}

resource "aws_eip" "x" {
  for_each = {
    www = local.here
  }

  address = each.value
}
