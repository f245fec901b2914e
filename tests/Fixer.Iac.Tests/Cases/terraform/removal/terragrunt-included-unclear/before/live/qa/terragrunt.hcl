include "x" {
  path = get_env("ROOT")
}

terraform {
  source = "${get_repo_root()}/modules//dns"
}
