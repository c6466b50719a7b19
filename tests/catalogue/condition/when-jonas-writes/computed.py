# kind = "right"
# variant = "an expression"
# loses = []

jonas_writes_at = 3 * 2 + 5
overtaken_by = len(['Bo', 'Cleo'])
