import queue
import threading

shelf = queue.Queue()
shelf.put("the last loaf")


def sell():
    if not shelf.empty():
        loaf = shelf.get()
        print(threading.current_thread().name, "sells", loaf)


threading.Thread(target=sell, name="Jonas").start()
threading.Thread(target=sell, name="Ines").start()
