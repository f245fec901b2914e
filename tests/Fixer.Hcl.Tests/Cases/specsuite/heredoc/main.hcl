kept = {
  plain = <<TEXT
one
two
three
TEXT
  indented = <<TEXT
      one
      two
      three
    TEXT
  stairs = <<TEXT
    one
        two
    three
  TEXT
  name = <<TEXT
    one
    ${name}
    three
  TEXT
  blank_lines = <<TEXT
one

two

three
TEXT
  indented_blank_lines = <<TEXT
    one

    two

    three
  TEXT

  marker_behind_text = <<TEXT
    no TEXT
  TEXT
}
taken = {
  plain = <<-TEXT
one
two
three
TEXT
  indented = <<-TEXT
      one
      two
      three
    TEXT
  stairs = <<-TEXT
    one
        two
    three
  TEXT
  pit = <<-TEXT
      one
    two
      three
  TEXT
  name = <<-TEXT
    one
    ${name}
    three
  TEXT
  name_further_in = <<-TEXT
    one
        ${name}
    three
  TEXT
  name_further_out = <<-TEXT
      one
    ${spaced_name}
      three
  TEXT
  tab = <<-TEXT
		one
   two
  three
  TEXT
  wide_spaces = <<-TEXT
    one, behind four em spaces
   two
  three
  TEXT
  blank_lines = <<-TEXT
one

two

three
TEXT
  indented_blank_lines = <<-TEXT
    one

    two

    three
  TEXT
}
