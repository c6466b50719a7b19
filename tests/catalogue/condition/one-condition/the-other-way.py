# kind = "right"
# variant = "Ines sells, and Jonas waits for ever"
# loses = []

stuck = "0x4.2x3.1x3.3x8.2x7.1x3"
always_waits = "Mira"
