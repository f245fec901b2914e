terraform {
  source = "../../m"
}
