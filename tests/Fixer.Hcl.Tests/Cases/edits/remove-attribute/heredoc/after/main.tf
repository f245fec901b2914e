a  = 1
bb = <<EOT
EOT
