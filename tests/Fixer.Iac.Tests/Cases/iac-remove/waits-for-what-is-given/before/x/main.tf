variable "names" {}

output "names" {
  value = var.names
}
