x = {
  a = 1
  b = <<EOT
a
EOT
}
