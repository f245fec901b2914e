x = {
  a = <<EOT
b = 1
EOT
  b = 2
}
