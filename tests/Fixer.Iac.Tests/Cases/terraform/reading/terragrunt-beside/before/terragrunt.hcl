inputs = {
  zone = "Z1"
}
