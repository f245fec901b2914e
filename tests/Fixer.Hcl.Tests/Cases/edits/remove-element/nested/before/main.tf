x = concat([[1, 2], [3]], y)
