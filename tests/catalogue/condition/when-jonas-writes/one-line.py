# kind = "right"
# variant = "both in one line"
# loses = []

jonas_writes_at, overtaken_by = 11, 2
