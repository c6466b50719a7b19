# kind = "right"
# variant = "a token that ends after the theft, and the set is a union"
# loses = []

stolen = "0x4.1x3.3x4.2x6.1x5"
can_sell = {1} | {2}
