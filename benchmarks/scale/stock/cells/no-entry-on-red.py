# === no-entry-on-red-waits: 4 points ===
def travels(crossing, drives):
    threads = [threading.Thread(target=crossing.cross, args=(drive,), daemon=True) for drive in drives]
    for thread in threads:
        thread.start()
    return threads


crossing, crossed = Crossing(), []
threads = travels(crossing, [lambda: crossed.append(1)] * 3)
time.sleep(0.1)
assert crossed == [], "a car crosses at red"
returns(crossing.turn_green)
for thread in threads:
    thread.join(timeout=2)
assert len(crossed) == 3, "the cars do not cross at green"

# === no-entry-on-red-empty: 4 points ===
crossing, events = Crossing(), []


def slowly():
    events.append("in")
    time.sleep(0.2)
    events.append("out")


threads = travels(crossing, [slowly])
returns(crossing.turn_green)
time.sleep(0.1)
returns(crossing.turn_red)
assert events == ["in", "out"], "turn_red() returned with a car on the crossing"
for attempt in range(20):
    crossing, on_red, red = Crossing(), [], threading.Event()
    red.set()

    def drive():
        if red.is_set():
            on_red.append(1)

    threads = travels(crossing, [drive] * 3)
    red.clear()
    returns(crossing.turn_green)
    returns(crossing.turn_red)
    red.set()
    time.sleep(0.01)
    red.clear()
    returns(crossing.turn_green)
    for thread in threads:
        thread.join(timeout=2)
        assert not thread.is_alive(), "a car never crosses"
    assert on_red == [], "a car crosses at red"

# === no-entry-on-red-error: 2 points ===
crossing, crossed = Crossing(), []
returns(crossing.turn_green)


def breaks_down():
    raise ValueError("out of petrol")


try:
    returns(crossing.cross, breaks_down)
except ValueError:
    pass
else:
    raise AssertionError("the exception of drive() is lost")
returns(crossing.cross, lambda: crossed.append(1))
assert crossed == [1]
