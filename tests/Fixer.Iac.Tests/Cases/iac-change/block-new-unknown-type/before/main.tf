resource "acme_thing" "t" {
}
