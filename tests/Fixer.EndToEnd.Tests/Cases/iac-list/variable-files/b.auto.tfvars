auto_last = "b"
file      = "b"
