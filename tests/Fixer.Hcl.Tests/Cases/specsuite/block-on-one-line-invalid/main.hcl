frame { color = "red", width = "5" }
frame { color = "red"
}
frame { color = "red"
  width = "5" }
frame { color = "red"
  width = "5"
}
frame { corner {} }
