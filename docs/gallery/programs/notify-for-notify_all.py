# The gate is open, but only one was told
# finding: notify for notify_all
import threading


def enter():
    with gate:
        while not is_open:
            gate.wait()


def open_gate():
    global is_open
    with gate:
        is_open = True
        gate.notify()


gate = threading.Condition()
is_open = False
guests = [threading.Thread(name=name, target=enter) for name in ("Ann", "Ben")]
for guest in guests:
    guest.start()
open_gate()
