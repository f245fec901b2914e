x = [
  <<EOT
1, # text
EOT
  , # one
  <<EOT
2
EOT
  ,
]
