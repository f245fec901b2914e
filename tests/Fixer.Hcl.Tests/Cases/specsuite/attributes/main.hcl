first  = "1st"
second = "2nd"
third  = "3rd"
