# kind = "right"
# variant = "the set is computed, and Ines is the one who is late"
# loses = []

can_sell = set(range(3))
forever = "0x4.3.1x3.2.3x2"
only_jonas = "0x4.2.1x3.2x2.3"
