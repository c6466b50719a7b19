# A whistle that is blown once
# repaired: lost wake-up
import threading


def depart():
    whistle.wait()
    print("off we go")


whistle = threading.Event()
driver = threading.Thread(name="driver", target=depart)
driver.start()
whistle.set()
driver.join()
