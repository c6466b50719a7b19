# kind = "right"
# variant = "tokens that end before the program, where nothing is left to choose"
# loses = []

ada_waits = "0x3.1.0x2.2x5.1x4.0x14"
bo_waits = "0x3.1.0x2.2.1x4.2x4.0x14"
