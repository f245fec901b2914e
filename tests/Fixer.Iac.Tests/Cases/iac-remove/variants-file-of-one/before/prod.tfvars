env = "prod"
records = {
  old = "192.0.2.1"
  www = "192.0.2.2"
}
