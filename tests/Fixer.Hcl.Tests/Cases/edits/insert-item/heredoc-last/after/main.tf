x = { a = <<EOT
a
EOT
  b = 2
}
