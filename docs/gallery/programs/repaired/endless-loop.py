# A bell that never stops ringing
# repaired: endless loop
import threading


def serve():
    bell.wait()
    print("coming!")


bell = threading.Event()
waiter = threading.Thread(name="waiter", target=serve)
waiter.start()
bell.set()
waiter.join()
