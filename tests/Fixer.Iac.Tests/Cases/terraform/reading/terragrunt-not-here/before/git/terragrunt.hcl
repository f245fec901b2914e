terraform {
  source = "git::https://example.org/modules.git//dns?ref=${get_env("REF")}"
}
