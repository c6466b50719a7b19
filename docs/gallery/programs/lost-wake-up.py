# A whistle that is blown once
# finding: lost wake-up
import threading


def depart():
    whistle.wait()
    print("off we go")


whistle = threading.Event()
driver = threading.Thread(name="driver", target=depart)
driver.start()
whistle.set()
whistle.clear()
driver.join()
