b = <<EOT
a
EOT
c = 2
