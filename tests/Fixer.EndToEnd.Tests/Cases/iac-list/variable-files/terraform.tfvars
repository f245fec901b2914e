plain     = "plain"
auto      = "plain"
auto_last = "plain"
file      = "plain"
file_last = "plain"
records = {
  www = { type = "A", records = ["192.0.2.1"] }
  old = { type = "CNAME", ttl = 5, records = ["gone.example.org"] }
}
