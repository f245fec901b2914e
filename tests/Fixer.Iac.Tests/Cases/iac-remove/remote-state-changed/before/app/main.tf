data "terraform_remote_state" "dns" {
  backend = "local"

  config = {
    path = "dns.tfstate"
  }
}

resource "aws_ssm_parameter" "x" {
  value = jsonencode(data.terraform_remote_state.dns.outputs)
}
