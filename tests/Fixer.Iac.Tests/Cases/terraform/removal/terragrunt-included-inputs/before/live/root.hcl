inputs = {
  records = [
    { name = "old", type = "CNAME", to = "gone.example.org" },
    { name = "www", type = "A", to = "192.0.2.1" },
  ]
}
