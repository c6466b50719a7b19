# The postman never says that it was the last letter
# repaired: forgotten sentinel
import queue
import threading


def sort_letters():
    while (letter := bag.get()) is not None:
        print("sorted", letter)


bag = queue.Queue()
sorter = threading.Thread(name="sorter", target=sort_letters)
sorter.start()
for letter in ("A", "B"):
    bag.put(letter)
bag.put(None)
sorter.join()
