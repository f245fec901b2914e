r "x" {
  b = (<<EOT
a
EOT
  ) # b's
}
