env = "prod"
records = {
  www = "192.0.2.2"
}
