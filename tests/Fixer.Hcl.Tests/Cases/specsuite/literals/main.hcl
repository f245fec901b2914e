# Numbers
seats    = 42
share    = 0.125
exponent = 25e-2
euler    = 2.71828182845904523536028747135266249775724709369995957496696763

# Strings
plain  = "green"
bmp    = "Übergröße, 東京"
astral = "🏳️‍🌈 𝒳"
marked = "café" # an e and an accent, which become one letter

# Words of the language
true  = true
false = false
null  = null
