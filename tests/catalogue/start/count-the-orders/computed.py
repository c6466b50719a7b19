# kind = "right"
# variant = "computes them"
# loses = []

orders = 4 * 3 // 2
kneads_first = orders // 2
three_each = (6 * 5 * 4) // (3 * 2 * 1)
