# Two hands, one biscuit
# finding: check-then-act
import queue
import threading


def take():
    if not tin.empty():
        tin.get()


tin = queue.Queue()
tin.put("biscuit")
children = [threading.Thread(name=name, target=take) for name in ("Ann", "Ben")]
for child in children:
    child.start()
for child in children:
    child.join()
