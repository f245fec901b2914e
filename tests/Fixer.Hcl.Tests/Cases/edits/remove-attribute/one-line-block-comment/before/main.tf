r "a" { a = 1 /* why */ } # r's
