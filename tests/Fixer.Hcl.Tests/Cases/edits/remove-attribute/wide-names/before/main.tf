r "a" {
  größe   = 1
  longest = 2
  é       = 3
}
