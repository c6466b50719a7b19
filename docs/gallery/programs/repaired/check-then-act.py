# Two hands, one biscuit
# repaired: check-then-act
import queue
import threading


def take():
    try:
        tin.get_nowait()
    except queue.Empty:
        print("too late")


tin = queue.Queue()
tin.put("biscuit")
children = [threading.Thread(name=name, target=take) for name in ("Ann", "Ben")]
for child in children:
    child.start()
for child in children:
    child.join()
