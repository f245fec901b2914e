provider "aws" {
  region = "us-east-1"
}

module "records" {
  source = "../records"
}
