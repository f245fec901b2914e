terraform {
  source = "../m"
}
inputs = { zone = "Z1", name = "mixed" }
