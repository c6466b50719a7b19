# Are we there yet?
# finding: polling
import threading
import time


def ride():
    while not arrived.is_set():
        time.sleep(60)
    print("we are there")


arrived = threading.Event()
child = threading.Thread(name="child", target=ride)
child.start()
time.sleep(150)
arrived.set()
child.join()
