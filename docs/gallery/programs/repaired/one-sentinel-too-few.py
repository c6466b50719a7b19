# Two sorters and one goodbye
# repaired: one sentinel too few
import queue
import threading


def sort_letters():
    while bag.get() is not None:
        pass


bag = queue.Queue()
sorters = [threading.Thread(name=name, target=sort_letters) for name in ("Ann", "Ben")]
for sorter in sorters:
    sorter.start()
bag.put("letter")
for _ in sorters:
    bag.put(None)
for sorter in sorters:
    sorter.join()
