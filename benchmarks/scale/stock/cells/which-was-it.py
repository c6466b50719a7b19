# === which-was-it-bought: 3 points ===
for attempt in range(3):
    bell = threading.Event()
    threading.Timer(0.1, bell.set).start()
    began = time.monotonic()
    assert returns(customer, bell, 1) == "bought"
    assert time.monotonic() - began < 0.5, "the customer waits although the bell has rung"
bell = threading.Event()
bell.set()
assert returns(customer, bell, 1) == "bought"
assert returns(customer, bell, 0) == "bought"

# === which-was-it-gave-up: 2 points ===
began = time.monotonic()
assert returns(customer, threading.Event(), 0.3) == "gave up"
assert 0.25 < time.monotonic() - began < 0.8
assert returns(customer, threading.Event(), 0) == "gave up"

# === which-was-it-cleared: 1 points ===
for attempt in range(3):
    bell = threading.Event()

    def ring():
        bell.set()
        bell.clear()

    threading.Timer(0.1, ring).start()
    assert returns(customer, bell, 1) == "bought"
