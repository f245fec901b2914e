variable "records" {
  type = map(string)
}
