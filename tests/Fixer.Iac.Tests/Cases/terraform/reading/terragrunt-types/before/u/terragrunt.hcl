terraform {
  source = "../m"
}
inputs = {
  zone = "Z1"
  name = 7
  list = ["192.0.2.1"]
  text = jsonencode(["192.0.2.1"])
}
