# kind = "right"
# variant = "everybody comes home, Ines after the line red"
# loses = []

rounds = {3, 2, 1, 0}
both_late = "0x4.3.2.1x4.2x2.3x2"
twice_and_never = "0x4.1.2x5.1x3.3"
all_home = "0x4.3.1.2x5.1x3.3x2"
