r {
  x = [ # open
    # none
    {
      a = 1
    },
  ]
}
