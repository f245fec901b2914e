terraform {
  source = "git::https://example.org/acme/infra.git//modules/dns?ref=v1"
}
