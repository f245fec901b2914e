x = [ /* none */ ]
