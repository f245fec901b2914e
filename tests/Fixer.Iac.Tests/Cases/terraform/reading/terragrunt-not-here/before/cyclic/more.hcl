include "down" {
  path = "terragrunt.hcl"
}
