x = [
  <<EOT
1
EOT
  ,
  0
]
