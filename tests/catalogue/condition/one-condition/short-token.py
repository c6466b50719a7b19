# kind = "right"
# variant = "a token without the last steps, which come by themselves"
# loses = []

stuck = "0x4.1x3.2x3.3x8.1x7"
always_waits = "Mira"
