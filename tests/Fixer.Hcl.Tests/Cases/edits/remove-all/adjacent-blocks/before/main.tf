a {
}

b {
}


c {
}

d {
}
