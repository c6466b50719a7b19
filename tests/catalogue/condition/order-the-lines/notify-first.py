# kind = "right"
# variant = "the notify comes first in the main answer, and the loaf is written down under the lock"
# loses = []

sell_lines = "CEADB"
bake_lines = "HFIG"
other_bake_lines = "HIFG"
