frame {}
