r "a" { a = 1 }
r "b" {}
