# === one-pulse-numbers: 2 points ===
assert rounds == {0, 1, 2, 3}

# === one-pulse-schedules: 3 points ===
for schedule in (both_late, twice_and_never, all_home):
    assert isinstance(schedule, str) and schedule
