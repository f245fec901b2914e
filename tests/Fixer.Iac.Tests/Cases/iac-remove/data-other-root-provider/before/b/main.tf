provider "x" {
  config = file("../data/records.yaml")
}
