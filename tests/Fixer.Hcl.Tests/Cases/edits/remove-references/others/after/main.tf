x = [
  f(a.b),
  "a.b",
  "${a.b}-x",
  a,
  a.c.b,
]
