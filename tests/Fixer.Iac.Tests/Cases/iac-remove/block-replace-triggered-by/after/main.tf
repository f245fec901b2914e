resource "null_resource" "x" {
  lifecycle {
    replace_triggered_by = []
  }
}
