# kind = "right"
# variant = "the same by Ines"
# loses = []

loss = "0x3.2.1x2.2x4.1x3.0x5"
worst = "0x3.2.1x5.2x4.0x5"
