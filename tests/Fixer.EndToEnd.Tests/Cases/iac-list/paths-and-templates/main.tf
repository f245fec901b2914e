locals {
  who  = "world"
  text = <<-EOT
    hello ${local.who}
      %{if local.who == "world"~}
      indented
      %{endif~}
    %{for x in ["a", "b"]}${x};%{endfor}
  EOT
}

module "inner" {
  source = "./inner"
}

resource "aws_s3_bucket" "b" {
  bucket = "b"
  tags = {
    text  = local.text
    path  = path.module
    root  = path.root
    inner = module.inner.path
    raw   = <<EOT
  ${"kept"}
EOT
  }
}
