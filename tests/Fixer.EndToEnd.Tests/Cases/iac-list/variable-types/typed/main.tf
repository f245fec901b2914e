variable "number" { type = number }
variable "text" { type = string }
variable "flag" { type = bool }
variable "list" { type = list(string) }
variable "map" { type = map(string) }
variable "not_null" {
  type     = string
  default  = "fallback"
  nullable = false
}
variable "null" {
  type    = string
  default = "unused"
}
variable "pair" { type = tuple([string, number]) }
variable "anything" { type = any }
variable "object" {
  type = object({
    name  = string
    inner = optional(object({ size = optional(number, 3), unit = optional(string, "GB") }), {})
    outer = optional(object({ size = optional(number, 4) }), {})
    none  = optional(string)
  })
}
variable "objects" {
  type = map(object({ tags = optional(map(string), { z = "default" }), list = optional(list(object({ a = optional(string, "A") })), [{}]) }))
}

resource "aws_s3_bucket" "b" {
  bucket        = "${var.number + 1}-${var.text}-${var.list[0]}"
  force_destroy = var.flag
  tags = {
    not_null = var.not_null
    null     = var.null == null
    map      = jsonencode(var.map)
    pair     = var.pair[1] + 1
    anything = var.anything.deep[0].x
    object   = jsonencode(var.object)
    objects  = jsonencode(var.objects)
  }
}
