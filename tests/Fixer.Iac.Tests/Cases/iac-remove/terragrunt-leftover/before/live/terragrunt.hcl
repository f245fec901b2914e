terraform {
  source = "..//dns"
}

inputs = {
  target = "192.0.2.1"
}
