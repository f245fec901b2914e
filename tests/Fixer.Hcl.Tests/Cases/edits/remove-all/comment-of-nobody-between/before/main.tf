a {
}

b {
}

# nobody's

c {
}

d {
}
