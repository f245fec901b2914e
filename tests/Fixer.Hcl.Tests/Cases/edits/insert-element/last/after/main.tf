r {
  x = [
    1, # one
    (<<EOT
a
EOT
    ),
  ]
}
