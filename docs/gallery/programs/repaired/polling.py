# Are we there yet?
# repaired: polling
import threading
import time


def ride():
    arrived.wait()
    print("we are there")


arrived = threading.Event()
child = threading.Thread(name="child", target=ride)
child.start()
time.sleep(150)
arrived.set()
child.join()
