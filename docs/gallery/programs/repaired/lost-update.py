# Two doors, one counter
# repaired: lost update
# should print: 2
import threading


def count_in():
    global visitors
    with turnstile:
        visitors += 1


visitors = 0
turnstile = threading.Lock()
doors = [threading.Thread(name=name, target=count_in) for name in ("front", "back")]
for door in doors:
    door.start()
for door in doors:
    door.join()
print(visitors)
