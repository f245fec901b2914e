r "x" {
  a = <<EOT
margin
EOT
  b = <<-EOT
  a ${b}

  ${c}
  EOT
}
