x = concat([[1], [3]], y)
