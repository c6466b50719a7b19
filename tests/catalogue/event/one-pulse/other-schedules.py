# kind = "right"
# variant = "the same by other schedules; the set is computed"
# loses = []

rounds = set(range(4))
both_late = "0x4.2.3.1x4.3x2.2x2"
twice_and_never = "0x4.2.1.2x4.1x3.3"
all_home = "0x4.1.3x3.2x5.1x3"
