# The key that went home with somebody
# repaired: lock held at the end
import threading


def look_in(shelf):
    with key:
        if not shelf:
            return
        shelf.pop()


key = threading.Lock()
visitors = [threading.Thread(name=name, target=look_in, args=[[]]) for name in ("Ann", "Ben")]
for visitor in visitors:
    visitor.start()
for visitor in visitors:
    visitor.join()
