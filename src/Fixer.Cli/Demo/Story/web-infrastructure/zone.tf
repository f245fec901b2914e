# The public zone of the shop. Delegated from the registrar by hand; do not recreate.
resource "aws_route53_zone" "main" {
  name = "example.com"

  lifecycle {
    prevent_destroy = true
  }
}
