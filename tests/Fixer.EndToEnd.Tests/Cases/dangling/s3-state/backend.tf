terraform {
  backend "s3" {
    bucket         = "acme-terraform-state"
    key            = "s3-state/terraform.tfstate"
    region         = "us-east-1"
    use_path_style = true
  }
}
