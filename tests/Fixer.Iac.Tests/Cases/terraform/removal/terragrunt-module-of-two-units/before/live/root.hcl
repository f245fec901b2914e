locals {
  account = "1111"
}

remote_state {
  backend = "s3"
  config = {
    bucket = "states"
    key    = "${path_relative_to_include()}/terraform.tfstate"
  }
}

generate "provider" {
  path      = "provider.tf"
  if_exists = "overwrite"
  contents  = <<-EOF
    provider "aws" {
      region = "${get_env("REGION")}"
      allowed_account_ids = ["${local.account}"]
    }
  EOF
}

inputs = {
  zone = "ZROOT"
}
