terraform {
  source = "../m"
  extra_arguments "values" {
    commands = ["plan"]
    optional_var_files = ["${get_terragrunt_dir()}/none.tfvars", "${get_terragrunt_dir()}/../common.tfvars"]
  }
}
inputs = {
  zone = "ZINPUT"
  name = "input"
  type = "AAAA"
  set = "input"
}
