first = "1st", second = "2nd"
