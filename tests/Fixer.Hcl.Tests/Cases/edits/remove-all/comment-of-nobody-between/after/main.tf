a {
}

# nobody's

d {
}
