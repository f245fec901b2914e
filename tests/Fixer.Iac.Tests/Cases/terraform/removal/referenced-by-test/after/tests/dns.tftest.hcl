run "plan" {
}
