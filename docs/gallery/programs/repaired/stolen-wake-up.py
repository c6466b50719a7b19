# The last slice is gone
# repaired: stolen wake-up
import threading


def eat():
    with kitchen:
        while not slices:
            kitchen.wait()
        slices.pop()


def bake():
    for number in (1, 2):
        with kitchen:
            slices.append(number)
            kitchen.notify()


kitchen = threading.Condition()
slices = []
people = [threading.Thread(name=name, target=eat) for name in ("Ann", "Ben")]
for person in people:
    person.start()
bake()
