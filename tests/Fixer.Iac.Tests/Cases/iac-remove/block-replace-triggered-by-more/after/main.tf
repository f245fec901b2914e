resource "null_resource" "x" {
  lifecycle {
    create_before_destroy = true
  }
}
