variable "flag" {
  default = true
}
