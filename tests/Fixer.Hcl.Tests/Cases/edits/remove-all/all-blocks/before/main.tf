# nobody's

# a's
a {
}
b {
}
