x = { a = <<EOT
a
EOT
}
