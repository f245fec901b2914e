r "a" {} # r's
