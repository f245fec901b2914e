hosts = [
  "dev",
]
