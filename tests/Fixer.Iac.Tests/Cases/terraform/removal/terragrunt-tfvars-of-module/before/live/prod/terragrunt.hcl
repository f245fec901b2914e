terraform {
  source = "../..//modules/dns"
}

inputs = {
  zone = "Z2"
}
