# A shop that closes on its last parcel
# repaired: item lost
# should print: delivered parcel
import queue
import threading


def deliver():
    print("delivered", van.get())


van = queue.Queue()
driver = threading.Thread(name="driver", target=deliver)
driver.start()
van.put("parcel")
driver.join()
