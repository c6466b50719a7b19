# A shop that closes on its last parcel
# finding: item lost
# should print: delivered parcel
import queue
import threading


def deliver():
    while True:
        print("delivered", van.get())


van = queue.Queue()
threading.Thread(name="driver", target=deliver, daemon=True).start()
van.put("parcel")
