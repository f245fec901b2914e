locals {
  gone = "192.0.2.1"
  here = "192.0.2.2"
}

resource "aws_eip" "x" {
  for_each = {
    old = local.gone
    www = local.here
  }

  address = each.value
}
