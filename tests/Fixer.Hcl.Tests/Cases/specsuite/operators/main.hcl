equality "==" {
  same        = 7 == 7
  different   = 7 == 8
  number_text = 7 == "7"
  bool_text   = "false" == false
  lists       = [1, "a"] == [1, "a"]
}
equality "!=" {
  same        = 7 != 7
  different   = 7 != 8
  number_text = 7 != "7"
  bool_text   = "false" != false
  lists       = [1, "a"] != [1, "a"]
}

comparison "<" {
  below = 3 < 4
  above = 4 < 3
  equal = 4 < 4
}
comparison "<=" {
  below = 3 <= 4
  above = 4 <= 3
  equal = 4 <= 4
}
comparison ">" {
  below = 3 > 4
  above = 4 > 3
  equal = 4 > 4
}
comparison ">=" {
  below = 3 >= 4
  above = 4 >= 3
  equal = 4 >= 4
}

arithmetic {
  sum          = 1.25 + 6
  sum_long     = 2.71828182845904523536028747135266249775724709369995957496696763 + 2
  difference   = 6 - 1.25
  negative     = 1.25 - 6
  opposite     = -(1.25 - 6)
  product      = 1.5 * 7
  quotient     = 3 / 8
  rest         = 17 % 5
  rest_decimal = 17 % 2.5
}

logic "&&" {
  both    = true && true
  right   = false && true
  left    = true && false
  neither = false && false
}
logic "||" {
  both    = true || true
  right   = false || true
  left    = true || false
  neither = false || false
}
logic "!" {
  yes = !true
  no  = !false
}

choice {
  yes    = 1 < 2 ? "then" : "else"
  no     = 1 > 2 ? "then" : "else"
  nested = false ? "a" : true ? "b" : "c"
}
