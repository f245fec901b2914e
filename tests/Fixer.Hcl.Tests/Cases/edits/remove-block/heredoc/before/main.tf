block "a" {
  x = 1
}

block "target" {
  z = <<-EOT
    } # ${x["}"]}
  EOT
}

block "b" {
  y = 2
}
