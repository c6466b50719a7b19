# kind = "right"
# variant = "Jonas takes the loaf of which Ines was told"
# loses = []

stolen = "0x4.2x3.3x4.1x6.2x5.3x5"
can_sell = {1, 2}
