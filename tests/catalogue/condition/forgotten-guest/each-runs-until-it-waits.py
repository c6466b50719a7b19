# kind = "right"
# variant = "each guest runs until it waits"
# loses = []

bo_waits = "0x3.1x5.0x2.2x5.0x14.1x7"
ada_waits = "0x5.2x5.1x5.0x14.2x7"
