# nobody's
