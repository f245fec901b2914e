hosts = [
  "www",
]
