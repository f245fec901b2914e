variable "name" {}

resource "aws_route53_zone" "this" {
  name = var.name
}

output "id" {
  value = aws_route53_zone.this.zone_id
}

output "name" {
  value = aws_route53_zone.this.name
}

output "names" {
  value     = ["x.${var.name}", "y.${var.name}"]
  sensitive = false
}

output "zone" {
  value = aws_route53_zone.this
}
