# kind = "right"
# variant = "the worst case loses an update, too"
# loses = []

loss = worst = "0x3.1.2x5.1x4.0x5"
