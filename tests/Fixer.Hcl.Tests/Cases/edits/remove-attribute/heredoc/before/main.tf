a       = 1
longest = <<EOT
  a = 1 # text
EOT
bb      = <<EOT
EOT
