# Two doors, one counter
# finding: lost update
# should print: 2
import threading


def count_in():
    global visitors
    visitors += 1


visitors = 0
doors = [threading.Thread(name=name, target=count_in) for name in ("front", "back")]
for door in doors:
    door.start()
for door in doors:
    door.join()
print(visitors)
