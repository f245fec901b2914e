name = "module"
set = "module"
