output "path" {
  value = "${path.module}/x"
}
