r "x" {
  x = {
    a = [
      1,
      ({ b = "new", c = 3 }), # two
    ]
  }
}
