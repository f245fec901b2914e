x = [
  <<EOT
2
EOT
  ,
]
