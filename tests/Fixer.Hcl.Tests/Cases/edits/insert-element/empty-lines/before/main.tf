r {
  x = [ # open
    # none
  ]
}
