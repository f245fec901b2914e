r "a" {}
r "b" {}
