# === oven-heartbeat-beats: 3 points ===
beats = []
began = time.monotonic()
heart = Heartbeat(lambda: beats.append(time.monotonic() - began), 0.2)
returns(heart.start)
time.sleep(0.5)
returns(heart.stop)
assert len(beats) == 3, f"it should have beaten 3 times, not {len(beats)}"
for beat, due in zip(beats, (0, 0.2, 0.4)):
    assert abs(beat - due) < 0.1
time.sleep(0.3)
assert len(beats) == 3, "it beats after stop()"

# === oven-heartbeat-stops: 2 points ===
heart = Heartbeat(lambda: None, 30)
returns(heart.start)
time.sleep(0.1)
returns(heart.stop)
heart = Heartbeat(lambda: time.sleep(0.2), 30)
returns(heart.start)
time.sleep(0.05)
began = time.monotonic()
returns(heart.stop)
assert time.monotonic() - began > 0.1, "stop() does not wait for the beat"

# === oven-heartbeat-again: 3 points ===
beats = []
heart = Heartbeat(lambda: beats.append(1), 0.1)
for shift in range(3):
    before = len(beats)
    returns(heart.start)
    time.sleep(0.15)
    returns(heart.stop)
    assert len(beats) - before == 2, "it does not beat as it should after another start"
for attempt in range(20):
    before = len(beats)
    returns(heart.start)
    returns(heart.stop)
    assert len(beats) - before <= 1
one, other = [], []
first, second = Heartbeat(lambda: one.append(1), 0.1), Heartbeat(lambda: other.append(1), 0.1)
returns(first.start)
returns(second.start)
returns(first.stop)
time.sleep(0.25)
returns(second.stop)
assert len(one) <= 1 and len(other) >= 2, "each heart is stopped by itself"
