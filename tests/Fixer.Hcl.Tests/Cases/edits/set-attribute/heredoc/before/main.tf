r "x" {
  a = <<EOT
margin
EOT
  b = ""
}
