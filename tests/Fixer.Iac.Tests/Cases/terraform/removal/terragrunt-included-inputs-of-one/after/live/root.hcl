inputs = {
  records = [
    { name = "www", type = "A", to = "192.0.2.1" },
  ]
}
