frame { color = "red" }
