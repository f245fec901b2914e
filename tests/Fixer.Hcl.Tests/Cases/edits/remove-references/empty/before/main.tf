r "x" {
  x = [
    a.b.id,
    (a.b[0].arn),
    "${a.b.name}", # legacy
  ]
}
