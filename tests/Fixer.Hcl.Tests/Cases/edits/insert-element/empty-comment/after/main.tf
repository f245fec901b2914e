x = [ /* none */ 1 ]
