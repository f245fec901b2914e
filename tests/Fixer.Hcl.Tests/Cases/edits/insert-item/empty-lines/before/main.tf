x = {
  # none
}
