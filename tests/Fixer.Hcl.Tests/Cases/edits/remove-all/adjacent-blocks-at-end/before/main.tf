n {
  a {
  }

  # b's
  b {
  }

  c {
  } # c's
}
