terraform {
  required_version = ">= 1.5"

  backend "s3" {
    bucket = "example-tfstate"
    key    = "web/terraform.tfstate"
    region = "us-east-1"
  }
}
