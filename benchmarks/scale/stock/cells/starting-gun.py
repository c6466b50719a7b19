# === starting-gun-order: 4 points ===
def village_race(names, shot=0, run_takes=0):
    seen = []

    def fire():
        time.sleep(shot)
        seen.append("bang")

    def run(name):
        seen.append((name, "off"))
        time.sleep(run_takes)
        seen.append((name, "home"))

    returns(race, names, run, fire)
    return list(seen)


for attempt in range(20):
    seen = village_race(["Ada", "Bo", "Cy"])
    assert seen[0] == "bang", "somebody ran before the shot"
    assert sorted(name for name, place in seen[1:] if place == "home") == ["Ada", "Bo", "Cy"]
seen = village_race(["Ada", "Bo", "Cy"], shot=0.1)
assert seen[0] == "bang", "somebody ran before the shot"
assert seen.count("bang") == 1

# === starting-gun-home: 2 points ===
seen = village_race(["Ada", "Bo", "Cy"], run_takes=0.1)
assert {("Ada", "home"), ("Bo", "home"), ("Cy", "home")} <= set(seen), "race() returned too early"

# === starting-gun-together: 2 points ===
began = time.monotonic()
seen = village_race(["Ada", "Bo", "Cy"], run_takes=0.1)
assert time.monotonic() - began < 0.25, "they run one after the other"
assert {place for name, place in seen[1:4]} == {"off"}, "they run one after the other"
