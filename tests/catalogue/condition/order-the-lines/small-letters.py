# kind = "right"
# variant = "small letters with commas between them"
# loses = []

sell_lines = "c, e, a, d, b"
bake_lines = "h, i, f, g"
other_bake_lines = "h, f, i, g"
