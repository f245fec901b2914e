x = [<<EOT
1
EOT
, 2]
