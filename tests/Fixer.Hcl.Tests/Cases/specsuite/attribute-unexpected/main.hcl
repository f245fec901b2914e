first  = "1st"
second = "2nd"
extra  = "?"
third  = "3rd"
