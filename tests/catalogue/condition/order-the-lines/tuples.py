# kind = "right"
# variant = "tuples of letters, and a change outside of the lock, which is still before the notify"
# loses = []

sell_lines = ("C", "E", "A", "B", "D")
bake_lines = ("H", "I", "F", "G")
other_bake_lines = ("I", "H", "F", "G")
