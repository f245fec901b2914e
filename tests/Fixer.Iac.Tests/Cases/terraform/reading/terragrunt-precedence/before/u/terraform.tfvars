name = "unit"
set = "unit"
