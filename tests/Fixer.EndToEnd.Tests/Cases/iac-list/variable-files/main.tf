variable "default" { default = "default" }
variable "plain" { default = "default" }
variable "auto" { default = "default" }
variable "auto_last" { default = "default" }
variable "file" { default = "default" }
variable "file_last" { default = "default" }
variable "records" {
  type = map(object({ type = string, ttl = optional(number, 60), records = list(string) }))
}
variable "sensitive" {
  sensitive = true
  default   = "secret"
}

resource "aws_s3_bucket" "b" {
  bucket = "b-${terraform.workspace}"
  tags = {
    default   = var.default
    plain     = var.plain
    auto      = var.auto
    auto_last = var.auto_last
    file      = var.file
    file_last = var.file_last
    sensitive = var.sensitive
  }
}

resource "aws_route53_record" "this" {
  for_each = var.records
  zone_id  = "Z1"
  name     = each.key
  type     = each.value.type
  ttl      = each.value.ttl
  records  = each.value.records
}

resource "aws_s3_bucket" "live_only" {
  count  = terraform.workspace == "live" ? 1 : 0
  bucket = "live-only"
}

import {
  for_each = toset([])
  to       = aws_s3_bucket.b
  id       = each.key
}
