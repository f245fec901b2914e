terraform {
  source = "..//modules/dns"
}

inputs = {
  records = { www = "192.0.2.2" }
}
