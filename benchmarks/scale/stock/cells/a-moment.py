# === a-moment-numbers: 2 points ===
assert can_sell == {0, 1, 2}

# === a-moment-schedules: 2 points ===
assert isinstance(forever, str) and forever
assert isinstance(only_jonas, str) and only_jonas
