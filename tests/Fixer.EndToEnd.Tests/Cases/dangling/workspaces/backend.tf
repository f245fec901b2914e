terraform {
  backend "s3" {
    bucket               = "acme-terraform-state"
    key                  = "workspaces/terraform.tfstate"
    region               = "us-east-1"
    workspace_key_prefix = "by-workspace"
    use_path_style       = true
  }
}
